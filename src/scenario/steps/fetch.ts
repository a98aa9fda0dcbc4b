import { z } from 'zod'
import type { LastDescriptor } from '../last.ts'
import { earlierDescriptor, lastDescriptor } from '../last.ts'
import { parseUrl } from '../../wire/http-url.ts'
import { defineStep, done, stepFailed } from '../step.ts'

type What = 'package' | 'earlier-package' | 'missing-package' | 'notify-url'

export default defineStep({
  title: 'The phone fetches something of the last descriptor again, without installing it.',
  schema: z.strictObject({
    what: z
      .enum(['package', 'earlier-package', 'missing-package', 'notify-url'])
      .describe('`earlier-package` is that of the descriptor before the last.'),
  }),
  async play(stage, { what }) {
    if (!(await stage.rest())) return stepFailed('the phone does not finish what it does')
    const { handset, events } = stage
    const find = what === 'earlier-package' ? earlierDescriptor : lastDescriptor
    const url = urlOf(find(events), what)
    if (url === undefined || parseUrl(url) === undefined) {
      return stepFailed(`the last descriptor has no usable URL for ${what}`)
    }
    handset.send({
      type: 'fetch.wanted',
      url,
      purpose: what === 'notify-url' ? 'install-report' : 'package',
      probe: probeOf[what],
    })
    return done
  },
})

const probeOf = {
  package: undefined,
  'earlier-package': undefined,
  'missing-package': 'missing-package',
  'notify-url': 'get-notify-url',
} as const

/** A package that does not exist stands beside the one that does. */
function urlOf(descriptor: LastDescriptor | undefined, what: What): string | undefined {
  if (what === 'notify-url') return descriptor?.installNotify
  const { packageUrl } = descriptor ?? {}
  if (what !== 'missing-package' || packageUrl === undefined) return packageUrl
  const url = new URL(packageUrl)
  url.pathname = url.pathname.replace(/([^/]*)$/, 'no-such-$1')
  return url.href
}
