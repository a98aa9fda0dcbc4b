import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { smppSessions } from '../../smpp-sessions.ts'
import type { SmppTurn } from '../../smpp-sessions.ts'

/** Kannel's default of the time after which a silent connection is given up. */
const silenceMsMax = 300_000

export default defineCheck({
  level: 'field',
  clause: 'SMPP-KEEPS-ALIVE',
  title: 'A server lets no connection to the SMSC be silent for more than five minutes',
  applies: (context) => longSessions(context).length > 0,
  absent: 'no connection to the SMSC lasted for five minutes',
  *judge(context) {
    for (const turns of longSessions(context)) {
      const silent = turns.find(
        (turn, index) => turn.at - (turns[index - 1] ?? turn).at > silenceMsMax,
      )
      const before = silent && turns[turns.indexOf(silent) - 1]
      const [first] = turns
      if (silent !== undefined && before !== undefined) {
        yield fail(silent, {
          actual: `silence of ${silent.at - before.at} ms`,
          expected: `enquire_link within ${silenceMsMax} ms`,
          cause: before,
        })
      } else if (first !== undefined) yield pass(first, 'it was never silent for so long')
    }
  },
  explain: `Firewalls forget connections over which nothing goes, and centres close them: the next push then waits for a timeout, and receipts do not come. Send enquire_link after half a minute to a few minutes of silence, and bind again where it is not answered. A server that has nothing to wait for may unbind instead.`,
})

function longSessions({ evidence }: CheckContext): readonly (readonly SmppTurn[])[] {
  return smppSessions(evidence).filter((turns) => {
    const [first] = turns
    const last = turns.at(-1)
    return first !== undefined && last !== undefined && last.at - first.at >= silenceMsMax
  })
}
