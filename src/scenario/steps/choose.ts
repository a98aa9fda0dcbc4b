import { z } from 'zod'
import { standingPrompt } from '../standing-prompt.ts'
import { defineStep, done, stepFailed, stepWithout } from '../step.ts'
import { duration } from '../words.ts'

const thinkMs = 1000

export default defineStep({
  title: 'The user selects a link of the page that the browser shows, or leaves the page.',
  schema: z.union([
    z.strictObject({
      text: z.string().min(1).describe('Part of the text of the link.'),
      within: duration.prefault('5m'),
    }),
    z.strictObject({
      address: z.string().min(1).describe('Part of the URL that the link leads to.'),
      within: duration.prefault('5m'),
    }),
    z.strictObject({
      leave: z.literal(true).describe('The user goes elsewhere.'),
      within: duration.prefault('5m'),
    }),
  ]),
  answers: () => 'page',
  async play(stage, options) {
    const isAsked = () => standingPrompt(stage.events)?.prompt === 'page'
    if (!(await stage.until(isAsked, options.within))) return stepFailed('no page was shown')
    await stage.advance(thinkMs)
    if ('leave' in options) {
      stage.answer('page', { answer: 'refuse' })
      return done
    }
    const page = stage.events.findLast((event) => event.type === 'page.shown')
    const link = page?.links.find(({ url, text }) =>
      'text' in options ? text.includes(options.text) : url.includes(options.address),
    )
    if (link === undefined) {
      const wanted =
        'text' in options ? `the text "${options.text}"` : `the address "${options.address}"`
      return stepWithout(`the page has no link with ${wanted}`)
    }
    stage.answer('page', { answer: 'accept', chosen: link.url })
    return done
  },
})
