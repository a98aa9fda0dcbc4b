import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { smppTurns } from '../../smpp-sessions.ts'
import type { SmppTurn } from '../../smpp-sessions.ts'

const pauseMs = 1000

export default defineCheck({
  row: 'W38',
  level: 'should',
  clause: 'SMPP-BIND-PAUSE',
  title: 'A server that may not bind waits before it tries again',
  applies: (context) => refusals(context).length > 0,
  absent: 'no bind was refused',
  *judge(context) {
    const turns = smppTurns(context.evidence)
    for (const refusal of refusals(context)) {
      const next = turns.find((turn) => turn.seq > refusal.seq && isBind(turn))
      const waited = next && next.at - refusal.at
      if (next === undefined || waited === undefined) yield pass(refusal, 'it did not bind again')
      else if (waited >= pauseMs) yield pass(next, `it bound again after ${waited} ms`)
      else {
        yield fail(next, {
          actual: `bind ${waited} ms after one was refused`,
          expected: `at least ${pauseMs} ms between them`,
          cause: refusal,
        })
      }
    }
  },
  explain: `A short message service centre that refuses a bind is busy, under maintenance, or does not know the account; asking it again at once changes nothing and is taken for an attack. Kannel waits ten seconds before it connects again. Wait longer after each refusal, and tell an operator when the password is wrong.`,
})

function refusals({ evidence }: CheckContext): readonly SmppTurn[] {
  return smppTurns(evidence).filter(
    ({ from, pdu }) =>
      from === 'network' && /^bind_\w+_resp$/.test(pdu.command) && pdu.status !== 0,
  )
}

function isBind({ from, pdu }: SmppTurn): boolean {
  return from === 'server' && /^bind_\w+(?<!_resp)$/.test(pdu.command)
}
