import { z } from 'zod'
import { lastOrder } from '../last.ts'
import { defineStep, done, stepFailed } from '../step.ts'

/** Requests from before it are told by their time from those after it. */
const lastsMs = 1000

export default defineStep({
  title:
    'The target is asked to cancel the order of the link that it made last for this phone, where it can be asked.',
  schema: z.literal('last'),
  async play(stage) {
    const order = lastOrder(stage.events)
    if (order === undefined) return stepFailed('no link was ordered for this phone')
    const { app, to } = order
    const outcome = await stage.cancelOrder(order)
    if (outcome.kind === 'not cancelled') {
      stage.note({ type: 'ticket.cancelled', app, to, missed: outcome.reason })
      return stepFailed(outcome.reason)
    }
    stage.note({ type: 'ticket.cancelled', app, to })
    await stage.advance(lastsMs)
    return done
  },
})
