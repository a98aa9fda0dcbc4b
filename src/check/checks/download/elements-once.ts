import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { readDownloads } from '../../downloads.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-ONCE',
  title: 'No element of a download descriptor but type stands twice',
  applies: (context) => readDownloads(context).length > 0,
  absent: 'no download descriptor was sent that can be read',
  *judge(context) {
    for (const found of readDownloads(context)) {
      const doubles = found.read.deviations.filter(({ rule }) => rule === 'duplicate-element')
      if (doubles.length === 0) yield pass(found, 'each once')
      for (const { found: name } of doubles) {
        yield fail(found, { actual: `another ${escapeText(name, 40)}`, expected: 'one' })
      }
    }
  },
  explain: `An object may have several types, and everything else once. Agents do not complain of a second size or objectURI: those of S60 take the first, and Chromium's takes the last, so that two phones with the same descriptor fetch different objects and report to different places. Write each element once.`,
})
