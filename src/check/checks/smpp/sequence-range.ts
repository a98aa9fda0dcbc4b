import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { isRequest, smppTurns } from '../../smpp-sessions.ts'
import type { SmppTurn } from '../../smpp-sessions.ts'

const sequenceMax = 0x7fffffff

export default defineCheck({
  row: 'W39',
  level: 'must',
  clause: 'SMPP-SEQUENCE-RANGE',
  title: 'Requests to the SMSC are numbered from 1 to 0x7FFFFFFF',
  applies: (context) => requests(context).length > 0,
  absent: 'the server asked the SMSC for nothing',
  *judge(context) {
    for (const request of requests(context)) {
      const { sequence, command } = request.pdu
      if (sequence >= 1 && sequence <= sequenceMax)
        yield pass(request, `${command} had ${sequence}`)
      else {
        yield fail(request, {
          actual: `sequence_number ${sequence} of ${command}`,
          expected: `1 to ${sequenceMax}`,
        })
      }
    }
  },
  explain: `The response to a request bears its number, and 0 is what a centre uses where it could not read one. Requests numbered 0, or beyond 0x7FFFFFFF, are refused by some centres and cannot be matched with their answers. Count from 1, and begin again at 1 after the highest.`,
})

function requests({ evidence }: CheckContext): readonly SmppTurn[] {
  return smppTurns(evidence).filter((turn) => turn.from === 'server' && isRequest(turn))
}
