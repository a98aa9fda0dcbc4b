import type { DdRule } from '../../../wire/download-descriptor.ts'
import { escapeText } from '../../../wire/escape.ts'
import { parseMediaType } from '../../../wire/media-types.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { readDownloads } from '../../downloads.ts'

const wants: ReadonlyMap<DdRule, string> = new Map([
  ['missing-type', 'a type'],
  ['missing-size', 'a size'],
  ['invalid-size', 'a size of digits, above 0'],
  ['missing-object-uri', 'an objectURI'],
])

/** Types that are told of one descriptor. */
const untoldMax = 5

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-MANDATORY',
  title: 'A download descriptor has its type, its size and its objectURI',
  applies: (context) => readDownloads(context).length > 0,
  absent: 'no download descriptor was sent that can be read',
  *judge(context) {
    for (const found of readDownloads(context)) {
      const departures = found.read.deviations.filter(({ rule }) => wants.has(rule))
      const types = found.read.descriptor.types.filter((type) => type !== '')
      const untold = types.filter((type) => parseMediaType(type) === undefined)
      if (departures.length + untold.length === 0) {
        yield pass(found, 'type, size and objectURI are there')
      }
      for (const { rule, found: seen } of departures) {
        const actual = rule === 'invalid-size' ? `size "${escapeText(seen, 40)}"` : `none`
        yield fail(found, { actual, expected: wants.get(rule) ?? '' })
      }
      for (const type of untold.slice(0, untoldMax)) {
        yield fail(found, { actual: `type "${escapeText(type, 40)}"`, expected: 'a media type' })
      }
    }
  },
  explain: `An agent decides by these three whether the phone can take the object, before the user is asked: without one of them it ends with 906 and fetches nothing. A size is the number of octets in decimal digits, without a unit or a separator.`,
})
