import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import type { DownloadEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-TOGETHER',
  title: 'Of a body with a download descriptor and its object the descriptor is the first part',
  applies: (context) => together(context).length > 0,
  absent: 'no download descriptor was sent in one body with its object',
  *judge(context) {
    for (const found of together(context)) {
      yield found.together?.isFirst === true
        ? pass(found, 'the first part')
        : fail(found, { actual: 'another part before it', expected: 'the descriptor first' })
    }
  },
  explain: `A phone that takes both in one multipart/related looks at the first part alone to see what it is: where that is the object, it does not know what to do with the body and says that the file format is not supported. The descriptor names its object by cid: and the Content-ID of its part. Most phones take no such body at all: send it to those that are known to, and a descriptor alone to the others.`,
})

function together({ evidence }: CheckContext): readonly DownloadEvidence[] {
  return evidence.downloads.filter((found) => found.together !== undefined)
}
