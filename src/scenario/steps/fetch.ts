import { z } from 'zod'
import type { LastDescriptor } from '../last.ts'
import { earlierDescriptor, lastDescriptor, lastOfferedLink } from '../last.ts'
import type { HeaderChange } from '../../handset/headers.ts'
import { parseUrl } from '../../wire/http-url.ts'
import type { Stage } from '../stage.ts'
import { defineStep, done, stepFailed } from '../step.ts'
import { wrongTicket } from '../wrong-ticket.ts'

const whats = [
  'package',
  'earlier-package',
  'missing-package',
  'notify-url',
  'head-of-ticket',
  'head-of-client',
  'part-of-ticket',
  'next-ticket',
  'shortened-ticket',
  'other-case-ticket',
  'ticket-by-number',
] as const

type What = (typeof whats)[number]

export default defineStep({
  title:
    'The phone fetches something of the last descriptor, or of the last link that was pushed, without installing it.',
  schema: z.strictObject({
    what: z
      .enum(whats)
      .describe(
        '`earlier-package` is that of the descriptor before the last; `part-of-ticket` the first octets of what the last link leads to at once, as scanners look at them; `next-ticket`, `shortened-ticket` and `other-case-ticket` (capital letters for small ones) are what somebody would guess who knows the link; `ticket-by-number` is the first of them, asked for in the name of the phone that the link was made for, as gateways say it.',
      ),
  }),
  links: ({ what }) => (what === 'head-of-client' ? ['client'] : []),
  async play(stage, { what }) {
    if (!(await stage.rest())) return stepFailed('the phone does not finish what it does')
    const url = urlOf(stage, what)
    if (url === undefined || parseUrl(url) === undefined) {
      return stepFailed(`there is no usable URL for ${what}`)
    }
    const { purpose, probe } = manners[what]
    const headers = headersFor(what, stage.number)
    stage.handset.send({ type: 'fetch.wanted', url, purpose, probe, manner: { headers } })
    return done
  },
})

const manners = {
  package: { purpose: 'package', probe: undefined },
  'earlier-package': { purpose: 'package', probe: undefined },
  'missing-package': { purpose: 'package', probe: 'missing-package' },
  'notify-url': { purpose: 'install-report', probe: 'get-notify-url' },
  'head-of-ticket': { purpose: 'descriptor', probe: 'head-of-ticket' },
  'head-of-client': { purpose: 'package', probe: 'head-of-link' },
  'part-of-ticket': { purpose: 'package', probe: 'part-of-ticket' },
  'next-ticket': { purpose: 'descriptor', probe: 'wrong-ticket' },
  'shortened-ticket': { purpose: 'descriptor', probe: 'wrong-ticket' },
  'other-case-ticket': { purpose: 'descriptor', probe: 'wrong-ticket' },
  'ticket-by-number': { purpose: 'descriptor', probe: 'forged-number' },
} as const

/** Octets that tell what a file is. */
const firstOctets: HeaderChange = ['Range', 'bytes=0-99']

function headersFor(what: What, number: string): readonly HeaderChange[] {
  if (what === 'part-of-ticket') return [firstOctets]
  return what === 'ticket-by-number' ? forgedFor(number) : []
}

/** Fields in which gateways tell whose request it is, and which everybody can write (Kannel, NowWAP, Nokia, Openwave). */
function forgedFor(number: string): readonly HeaderChange[] {
  const digits = number.replace(/\D/g, '')
  return ['X-MSISDN', 'X-Nokia-MSISDN', 'x-up-calling-line-id', 'msisdn'].map(
    (name): HeaderChange => [name, digits],
  )
}

function urlOf({ events, links }: Stage, what: What): string | undefined {
  const link = lastOfferedLink(events)
  switch (what) {
    case 'head-of-client':
      return links.get('client')
    case 'head-of-ticket':
    case 'part-of-ticket':
      return link
    case 'next-ticket':
    case 'ticket-by-number':
      return link && wrongTicket(link, 'next')
    case 'shortened-ticket':
      return link && wrongTicket(link, 'shortened')
    case 'other-case-ticket':
      return link && wrongTicket(link, 'other-case')
    case 'earlier-package':
      return ofDescriptor(earlierDescriptor(events), what)
    default:
      return ofDescriptor(lastDescriptor(events), what)
  }
}

/** A package that does not exist stands beside the one that does. */
function ofDescriptor(descriptor: LastDescriptor | undefined, what: What): string | undefined {
  if (what === 'notify-url') return descriptor?.installNotify
  const { packageUrl } = descriptor ?? {}
  if (what !== 'missing-package' || packageUrl === undefined) return packageUrl
  const url = new URL(packageUrl)
  url.pathname = url.pathname.replace(/([^/]*)$/, 'no-such-$1')
  return url.href
}
