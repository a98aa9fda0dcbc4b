import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { answerTo, isRequest, smppSessions } from '../../smpp-sessions.ts'
import type { SmppTurn } from '../../smpp-sessions.ts'

export default defineCheck({
  level: 'must',
  clause: 'SMPP-SEQUENCE-UNIQUE',
  title: 'No two requests that wait for their answers have one sequence number',
  applies: (context) => conversations(context).length > 0,
  absent: 'the server asked the SMSC for fewer than two things over one connection',
  *judge(context) {
    for (const turns of conversations(context)) yield* judgeTurns(turns)
  },
  explain: `A response names its request by the number alone. Where two requests wait under one number, nobody can tell which of them was refused: a message is taken for sent that was not, or sent twice. Count up by one for each request, whatever it is.`,
})

function* judgeTurns(turns: readonly SmppTurn[]) {
  const requests = turns.filter(isOwnRequest)
  for (const [index, request] of requests.entries()) {
    const { sequence, command } = request.pdu
    const earlier = requests.slice(0, index).findLast(({ pdu }) => pdu.sequence === sequence)
    const answer = earlier && answerTo(earlier, turns)
    const isWaiting = earlier !== undefined && (answer === undefined || answer.seq > request.seq)
    if (isWaiting) {
      yield fail(request, {
        actual: `sequence_number ${sequence} of ${command} while ${earlier.pdu.command} waits under it`,
        expected: 'a number of its own',
        cause: earlier,
      })
    } else yield pass(request, `nothing waited under ${sequence}`)
  }
}

function conversations({ evidence }: CheckContext) {
  return smppSessions(evidence).filter((turns) => turns.filter(isOwnRequest).length > 1)
}

function isOwnRequest(turn: SmppTurn): boolean {
  return turn.from === 'server' && isRequest(turn)
}
