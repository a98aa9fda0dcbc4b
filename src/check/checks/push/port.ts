import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownWsp } from '../../scripted-pushes.ts'

const securePort = 2949
const pushPort = 2948

const bySms = (context: CheckContext) =>
  ownWsp(context, 'port').filter(({ parts }) => parts[0]?.event.carrier === 'sms')

export default defineCheck({
  row: 'W02',
  level: 'must',
  clause: 'PUSH-PORT',
  title: 'A push goes to port 2948, in every segment',
  applies: (context) => bySms(context).length > 0,
  absent: 'no push was sent by SMS',
  *judge(context) {
    for (const message of bySms(context)) {
      const ports = message.parts.map((part) => part.ports)
      const odd = ports.find((port) => ![pushPort, securePort].includes(port?.destination ?? 0))
      if (ports.includes(undefined)) {
        yield fail(message, {
          actual: 'a segment without ports',
          expected: `port ${pushPort} in each`,
        })
      } else if (odd !== undefined) {
        yield fail(message, { actual: `port ${odd.destination}`, expected: `${pushPort}` })
      } else if (ports.some((port) => port?.portBits !== 16)) {
        yield fail(message, { actual: 'ports of 8 bits', expected: 'ports of 16 bits' })
      } else yield pass(message, `port ${message.reading.port}`)
    }
  },
  explain: `The push client of a phone listens at 2948, and 2949 with WTLS. What goes to 9200, the port that pushes customarily come from, or to the right ports in the wrong order, belongs to nobody on the phone and is dropped, without being shown as a text. Put destination 0B84 first and source 23F0 second, into the header of every segment.`,
})
