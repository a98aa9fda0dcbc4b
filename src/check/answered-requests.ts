/** Requests of the SMSC, and whether the server answered them. */
import { fail, inconclusive, pass } from './check.ts'
import type { CheckContext, Judgement } from './check.ts'
import { conversationEnd } from './conversation-time.ts'
import { answerTo, smppSessions } from './smpp-sessions.ts'
import type { SmppTurn } from './smpp-sessions.ts'

/** A server that has not answered by then will not; SMSCs wait 10 to 60 seconds. */
const patienceMs = 60_000

type Asking = 'enquire_link' | 'deliver_sm' | 'unbind'

export function askedBySmsc({ evidence }: CheckContext, command: Asking): readonly SmppTurn[] {
  return smppSessions(evidence).flatMap((turns) => turns.filter((turn) => asks(turn, command)))
}

export function* judgeAnswers({ evidence }: CheckContext, command: Asking): Generator<Judgement> {
  const end = conversationEnd(evidence)
  for (const turns of smppSessions(evidence)) {
    for (const request of turns.filter((turn) => asks(turn, command))) {
      const { sequence } = request.pdu
      const answer = answerTo(request, turns)
      const isSettled = end - request.at >= patienceMs || saysMore(request, turns)
      if (answer?.pdu.command === `${command}_resp`) {
        yield pass(answer, `${command} ${sequence} was answered`)
      } else if (answer === undefined && !isSettled) {
        yield inconclusive(request, `the trace ends before ${command} ${sequence} was answered`)
      } else {
        yield fail(request, {
          actual: answer === undefined ? `no answer to ${command} ${sequence}` : answer.pdu.command,
          expected: `${command}_resp with sequence_number ${sequence}`,
        })
      }
    }
  }
}

function asks({ from, pdu }: SmppTurn, command: Asking): boolean {
  return from === 'network' && pdu.command === command
}

/** The server went on to other things; what it answers to earlier requests was under way. */
function saysMore({ seq }: SmppTurn, turns: readonly SmppTurn[]): boolean {
  const earlier = new Set(
    turns
      .filter((turn) => turn.seq < seq && turn.from === 'network')
      .map((turn) => answerTo(turn, turns)?.seq),
  )
  return turns.some((turn) => turn.seq > seq && turn.from === 'server' && !earlier.has(turn.seq))
}
