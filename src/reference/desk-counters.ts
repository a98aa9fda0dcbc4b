/** Where whoever runs this server has it do something, or looks at what it knows: for those alone who sit at the machine. */
import { answerCancelDesk, cancelDeskPath } from './answer-cancel-desk.ts'
import { answerClockDesk, clockDeskPath } from './answer-clock-desk.ts'
import { answerDeskList, deskListPath } from './answer-desk-list.ts'
import { answerPublishDesk, publishDeskPath } from './answer-publish-desk.ts'
import { answerPushDesk, pushDeskPath } from './answer-push-desk.ts'
import { answerResetDesk, resetDeskPath } from './answer-reset-desk.ts'
import { answerTicketDesk, ticketDeskPath } from './answer-ticket-desk.ts'
import { isAtTheMachine } from './desk-form.ts'
import type { Desk } from './desk.ts'
import { answerStatus, statusDeskPath } from './native/answer-status.ts'
import type { Counter } from './serve.ts'

type Answer = (
  desk: Desk,
  context: Parameters<Counter['answer']>[0],
) => ReturnType<Counter['answer']>

const reading = ['GET', 'HEAD'] as const
const posting = ['POST'] as const

const desks: readonly (readonly [path: string, allow: readonly string[], answer: Answer])[] = [
  [deskListPath, reading, answerDeskList],
  [ticketDeskPath, [...reading, ...posting], answerTicketDesk],
  [statusDeskPath, reading, answerStatus],
  [pushDeskPath, posting, answerPushDesk],
  [cancelDeskPath, posting, answerCancelDesk],
  [publishDeskPath, posting, answerPublishDesk],
  [resetDeskPath, posting, answerResetDesk],
  [clockDeskPath, posting, answerClockDesk],
]

export function openDeskCounters(desk: Desk): readonly Counter[] {
  return desks.map(([path, allow, answer]) => ({
    route: 'desk',
    matches: (url) => url.pathname === path && isAtTheMachine(url),
    allow,
    answer: (context) => answer(desk, context),
  }))
}
