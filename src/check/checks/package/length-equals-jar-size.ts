import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { isCoded } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S31',
  level: 'must',
  clause: 'MIDP2-OTA-JAR-07',
  title: 'The package has as many octets as MIDlet-Jar-Size says',
  applies: ({ evidence }) =>
    evidence.packages.some(({ descriptor }) => descriptor?.value('MIDlet-Jar-Size') !== undefined),
  absent: 'no package was sent whose descriptor states a size',
  *judge(context) {
    for (const found of context.evidence.packages) {
      const stated = found.descriptor?.value('MIDlet-Jar-Size') ?? ''
      if (!/^[0-9]+$/.test(stated)) continue
      if (found.octets.length === Number(stated)) {
        yield pass(found, `${stated} octets, as MIDlet-Jar-Size says`)
      } else if (isCoded(found)) yield inconclusive(found, 'blocked by package/no-content-coding')
      else {
        yield fail(found, {
          actual: `package of ${found.octets.length} octets`,
          expected: `${stated}, as MIDlet-Jar-Size says`,
          ...(found.descriptor && { cause: found.descriptor }),
        })
      }
    }
  },
  explain: `A difference of one octet ends the installation with 904. It comes from a package that was built again without its descriptor, or from compression on the way. Take the size from the file when the descriptor is sent.`,
})
