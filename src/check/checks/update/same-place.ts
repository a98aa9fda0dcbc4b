import { escapeText } from '../../../wire/escape.ts'
import { parseUrl } from '../../../wire/http-url.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { noUpdate, offeredUpdates } from '../../offered-updates.ts'
import type { OfferedUpdate } from '../../offered-updates.ts'

const inPlace = ({ keeps }: OfferedUpdate['link']) => keeps.length > 0

export default defineCheck({
  row: 'S79',
  level: 'should',
  clause: 'MIDP2-OTA-UPD-05',
  title: 'Descriptor and package of an update have the scheme, host and path they always had',
  applies: (context) => offeredUpdates(context, inPlace).length > 0,
  absent: noUpdate,
  *judge(context) {
    for (const { link, found, base } of offeredUpdates(context, inPlace)) {
      for (const part of link.keeps) {
        const [actual, expected] = [placeOf(found, part), placeOf(base, part)]
        if (actual === undefined || expected === undefined) continue
        yield actual === expected
          ? pass(found, `the ${part} of the update is at ${actual}`)
          : fail(found, { actual: `${part} at ${actual}`, expected, cause: base })
      }
    }
  },
  explain: `Records of an unsigned suite pass to its update without a question only where the descriptor, or the package, comes from the same scheme, host and path as before; else the user is asked, and one wrong key loses every score and setting. Phones differ in which of the two URLs they know, so keep both. Put version numbers, builds and sessions into the query, which does not count.`,
})

/** Scheme, host with port, and path: defaults filled in, without query (ambiguity A16). */
function placeOf(found: DescriptorEvidence, part: 'descriptor' | 'package'): string | undefined {
  const text = part === 'descriptor' ? found.exchange.request.url : found.jarUrl
  const url = parseUrl(text ?? '')
  return url === undefined ? undefined : escapeText(`${url.origin}${url.pathname}`, 150)
}
