import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { askedWithDocument } from '../../profile-documents.ts'

/** The user watches; a phone waits longer. */
const answerMsMax = 5000

const deprived = (context: CheckContext) =>
  askedWithDocument(context).filter(({ isServed }) => !isServed)

export default defineCheck({
  row: 'N22',
  level: 'should',
  clause: 'NATIVE-UAPROF-GONE',
  title: 'A UAProf document that cannot be had does not keep a phone from its answer',
  applies: (context) => deprived(context).length > 0,
  absent: 'the target asked for no UAProf document that it could not have',
  *judge(context) {
    for (const { exchange, fetched } of deprived(context)) {
      const { response, failure, measured } = exchange
      const wanted = `an answer within ${answerMsMax} ms that is no error`
      const unexpected = (actual: string) =>
        fail(exchange, { actual: `${actual} (${fetched.got})`, expected: wanted, cause: fetched })
      if (response === undefined)
        yield unexpected(`no answer: ${failure?.detail ?? 'nothing came'}`)
      else if (measured !== undefined && measured.ms > answerMsMax)
        yield unexpected('a late answer')
      else if (response.status >= 500) yield unexpected(`status ${response.status}`)
      else yield pass(exchange, `status ${response.status} though the target got ${fetched.got}`)
    }
  },
  explain: `Most hosts of UAProf documents are gone; some answer with a page, others take the connection and never say a word. A server that fetches the document while the phone waits hangs with it, and one that takes it for given ends in an error of its own. Ask within a second or two, with a limit of size, remember what did not come, and go by the name of the document or a page to choose from.`,
})
