import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownPushes } from '../../scripted-pushes.ts'
import type { PushOfTarget } from '../../scripted-pushes.ts'

const documents = (context: CheckContext) =>
  ownPushes(context, 'contentType').filter(
    ({ reading }) =>
      reading.content !== undefined ||
      (reading.push !== undefined && reading.problem !== undefined),
  )

/** What the document says and does not say is for other checks. */
const ofContent: ReadonlySet<string> = new Set([
  'missing-href',
  'empty-text',
  'missing-id',
  'invalid-date',
  'date-length',
  'date-digits',
  'date-calendar',
])

export default defineCheck({
  row: 'W18',
  level: 'must',
  clause: 'PUSH-DOCUMENT',
  title: 'The document of a push can be read by the letter of its format',
  applies: (context) => documents(context).length > 0,
  absent: 'no push with a document was sent',
  *judge(context) {
    for (const message of documents(context)) yield judgeDocument(message)
  },
  explain: `Push clients decode a document strictly and drop it without a word when a token is unknown, the public identifier is that of another type or octets follow behind its end. Lenient decoders on the desk of the developer show all of it. Let a library write the WBXML, and read it back with a second one such as libwbxml.`,
})

function judgeDocument(message: PushOfTarget) {
  const { content, problem } = message.reading
  if (problem !== undefined) {
    return fail(message, {
      actual: 'a document that cannot be read',
      expected: 'WBXML of its type',
      reason: `The document cannot be read: ${problem}.`,
    })
  }
  const flaw = content?.deviations.find(({ rule }) => !ofContent.has(rule))
  return flaw === undefined
    ? pass(message, 'a document without departures')
    : fail(message, {
        actual: `${flaw.rule} at octet ${flaw.offset} of the document: ${escapeText(flaw.found, 60)}`,
        expected: 'a document by the letter',
      })
}
