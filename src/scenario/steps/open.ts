import { z } from 'zod'
import { lastDescriptor, lastOfferedLink } from '../last.ts'
import type { Stage } from '../stage.ts'
import { defineStep, done, stepFailed } from '../step.ts'
import type { StepOutcome } from '../step.ts'

export default defineStep({
  title:
    'The user selects a link: one the target names, that of the last message that has one, or the package URL of the last descriptor.',
  schema: z.union([
    z.strictObject({
      link: z
        .string()
        .describe(
          'Name of a link in the target file, `demo` is the entry link; `last` is the one of the last message.',
        ),
    }),
    z.strictObject({
      last: z
        .enum(['package', 'offered'])
        .describe(
          '`package`: the package URL, without its descriptor; `offered`: the link of the last message that had one, though the message may be gone.',
        ),
    }),
  ]),
  links: (options) => ('link' in options && options.link !== 'last' ? [options.link] : []),
  async play(stage, options) {
    if (!(await stage.rest())) return stepFailed('the phone does not finish what it does')
    if ('link' in options && options.link === 'last') return openLastMessage(stage)
    const url = urlOf(stage, options)
    if (url === undefined) return stepFailed(whyNone(options))
    stage.handset.send({ type: 'link.opened', url })
    return done
  },
})

type Options = { readonly link: string } | { readonly last: 'package' | 'offered' }

function urlOf({ links, events }: Stage, options: Options): string | undefined {
  if ('link' in options) return links.get(options.link)
  return options.last === 'offered' ? lastOfferedLink(events) : lastDescriptor(events)?.packageUrl
}

function whyNone(options: Options): string {
  if ('link' in options) return `no link ${options.link}`
  return options.last === 'offered'
    ? 'no message had a link'
    : 'no descriptor with a package URL was fetched'
}

function openLastMessage({ handset, flash }: Stage): StepOutcome {
  const message = flash().inbox.findLast(({ url }) => url !== undefined)
  if (message === undefined) return stepFailed('no message in the inbox has a link')
  handset.send({ type: 'message.chosen', id: message.id })
  return done
}
