import { z } from 'zod'
import { bearerOf } from '../last.ts'
import { defineStep, done, stepFailed } from '../step.ts'
import type { TraceEvent } from '../../trace/events.ts'
import { duration } from '../words.ts'

const types = {
  link: 'link.offered',
  message: 'inbox.changed',
  discarded: 'push.discarded',
} as const

const schema = z.strictObject({
  as: z
    .enum(['link', 'message', 'discarded'])
    .prefault('link')
    .describe('The phone offers a link, its inbox changes, or it lets go of what came.'),
  because: z.string().optional().describe('Rule by which it is discarded, e.g. expired.'),
  change: z.enum(['stored', 'replaced', 'removed']).optional().describe('Of the inbox.'),
  signal: z.enum(['low', 'medium', 'high', 'loads']).optional().describe('Of the link.'),
  bearer: z.string().optional().describe('Bearer that it must have come by.'),
  within: duration.prefault('5m'),
})

type Options = z.output<typeof schema>

export default defineStep({
  title: 'Lets time pass until the phone has taken what was pushed, as no earlier step has seen.',
  schema,
  async play(stage, options) {
    const isIt = (event: TraceEvent) =>
      event.seq >= stage.cursor && fits(event, options) && cameBy(stage.events, event, options)
    const find = () => stage.events.find(isIt)
    if (!(await stage.until(() => find() !== undefined, options.within))) {
      return stepFailed(`no ${types[options.as]} as expected within ${options.within} ms`)
    }
    const found = find()
    if (found !== undefined) stage.cursor = found.seq + 1
    return done
  },
})

function fits(event: TraceEvent, { as, because, change, signal }: Options): boolean {
  if (event.type !== types[as]) return false
  switch (event.type) {
    case 'push.discarded':
      return because === undefined || event.rule === because
    case 'inbox.changed':
      return change === undefined || event.change === change
    case 'link.offered':
      return signal === undefined || event.signal === signal
    default:
      return false
  }
}

function cameBy(events: readonly TraceEvent[], event: TraceEvent, { bearer }: Options): boolean {
  if (bearer === undefined) return true
  return 'messages' in event && event.messages.some((id) => bearerOf(events, id) === bearer)
}
