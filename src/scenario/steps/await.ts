import { z } from 'zod'
import type { TraceEvent } from '../../trace/events.ts'
import { defineStep, done, stepFailed } from '../step.ts'
import { duration } from '../words.ts'

export default defineStep({
  title: 'Lets time pass until something has happened that no earlier await has seen.',
  schema: z.strictObject({
    event: z.enum([
      'client.contacted',
      'content.stored',
      'download.described',
      'http.exchanged',
      'install.settled',
      'link.dead',
      'object.discarded',
      'object.released',
      'page.left',
      'page.shown',
      'prompt.shown',
      'records.dropped',
      'records.kept',
      'report.abandoned',
      'report.delivered',
      'report.kept',
      'report.queued',
      'suite.installed',
      'suite.launched',
      'suite.removed',
      'suite.updated',
    ]),
    where: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('Fields of the event that must be so, e.g. { purpose: package }.'),
    within: duration.prefault('5m'),
  }),
  async play(stage, { event, where, within }) {
    const find = () =>
      stage.events.find(
        (one) => one.seq >= stage.cursor && one.type === event && matches(one, where),
      )
    if (!(await stage.until(() => find() !== undefined, within))) {
      return stepFailed(`no ${event} within ${within / 1000} s`)
    }
    const found = find()
    if (found !== undefined) stage.cursor = found.seq + 1
    return done
  },
})

/** A page that shows links is a question only to who asks for it: users go on from it by themselves. */
function isPage(event: TraceEvent): boolean {
  return event.type === 'prompt.shown' && event.prompt === 'page'
}

function matches(
  event: TraceEvent,
  where: Readonly<Record<string, string | number | boolean>> | undefined,
): boolean {
  if (where === undefined) return !isPage(event)
  const fields = new Map<string, unknown>(Object.entries(event))
  return Object.entries(where).every(([name, value]) => fields.get(name) === value)
}
