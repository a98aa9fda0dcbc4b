import { z } from 'zod'
import { lastTicketEnd } from '../last.ts'
import { defineStep, done, stepFailed } from '../step.ts'
import { fromThen } from '../words.ts'

export default defineStep({
  title: 'Time passes, as with `advance`, until an instant that the target has set.',
  schema: z.strictObject({
    ticket: fromThen.describe(
      'So long before (-) or after (+) the end of the ticket ordered last.',
    ),
  }),
  async play(stage, { ticket }) {
    const end = lastTicketEnd(stage.events, stage.ticketLifetimeMs)
    if (end === undefined) return stepFailed('there is no ticket whose end is known')
    const ms = end.at + ticket - end.now
    if (ms < 0) return stepFailed('that instant of the ticket is over')
    await stage.advance(ms)
    return done
  },
})
