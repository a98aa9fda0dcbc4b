import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { readDownloads } from '../../downloads.ts'

export default defineCheck({
  row: 'W58',
  level: 'should',
  clause: 'DLOTA-PLAIN',
  title: 'The elements of a download descriptor hold text, and the descriptor nothing but elements',
  applies: (context) => readDownloads(context).length > 0,
  absent: 'no download descriptor was sent that can be read',
  *judge(context) {
    for (const found of readDownloads(context)) {
      const odd = found.read.deviations.filter(({ rule }) => rule === 'unexpected-content')
      if (odd.length === 0) yield pass(found, 'text alone')
      for (const { found: seen } of odd) {
        yield fail(found, { actual: `"${escapeText(seen, 60)}"`, expected: 'text in elements' })
      }
    }
  },
  explain: `Agents read the text of an element in their own ways: those of S60 take what stands before the first element in it, others put together all there is. Where a size or an address is broken up by an element, they read different ones. Write plain text, and leave marks such as <b> out of names and descriptions: no agent shows them.`,
})
