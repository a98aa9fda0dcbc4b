import { z } from 'zod'
import type { PushDraft } from '../../wire/push/compose-push.ts'
import { ownDraft, pushPurposes } from '../../wire/push/own-draft.ts'
import { siActions } from '../../wire/push/service-indication.ts'
import type { ServiceIndication } from '../../wire/push/service-indication.ts'
import { slActions } from '../../wire/push/service-loading.ts'
import { formatDate } from '../../wire/wbxml/date.ts'
import { defineStep, done, stepFailed } from '../step.ts'
import type { Stage } from '../stage.ts'
import { duration, instant } from '../words.ts'
import type { Instant } from '../words.ts'

const si = z.strictObject({
  text: z.string().prefault('Install the demo').describe('What the phone shows.'),
  id: z.string().optional().describe('si-id.'),
  created: instant.optional(),
  expires: instant.optional().describe('si-expires.'),
  action: z.enum(siActions).optional(),
})

const sl = z.strictObject({ action: z.enum(slActions).optional() })

const plainSi = { ...si.parse({}), action: 'signal-medium' } as const

const schema = z.strictObject({
  app: z.string().optional().describe('Name of a link of the target that it leads to.'),
  link: z.string().optional().describe('A link of its own; an empty one leaves it out.'),
  si: si.optional().describe('Sent as a service indication. Without si, sl and text one is sent.'),
  sl: sl.optional().describe('Sent as a service loading.'),
  text: z.string().optional().describe('Sent as a plain text; ${link} in it stands for the link.'),
  bearer: z
    .enum(['smsc', 'ppg', 'sendsms', 'json', 'wap-udp', 'harness'])
    .optional()
    .describe('Sent by this bearer; harness: by the network itself. None: as the target does.'),
  what: z
    .enum(pushPurposes)
    .optional()
    .describe(
      'Instead of an offer: the last one once more (again), that it is not good any more (take-back), that the copy of the link in the phone is old (forget), or that the phone is to call its management server (manage). How it is said is up to the server.',
    ),
  from: z.string().prefault('16400').describe('Number that it is sent from.'),
  to: z.string().optional().describe("Number instead of the phone's."),
  refused: z.boolean().optional().describe('true: the network must not take it.'),
  valid: duration.optional().describe('How long the network keeps it for a phone that is away.'),
  application: z.string().optional().describe('X-Wap-Application-Id, as number or URI.'),
  contentType: z.string().optional().describe('Instead of the media type of the document.'),
  charset: z.boolean().optional().describe('false: the content type says nothing of a charset.'),
  ticket: z
    .boolean()
    .optional()
    .describe('The target makes a link of its own for this phone and this order.'),
  port: z.int().min(0).max(65_535).optional().describe('WDP port instead of 2948.'),
})

type Options = z.output<typeof schema>

export default defineStep({
  title: 'The target pushes; where it cannot, the operator network sends what it would have sent.',
  schema,
  links: ({ app, link }) => (link === undefined ? [app ?? 'demo'] : []),
  async play(stage, options) {
    const { app = 'demo', link = stage.links.get(app), bearer, from, to, valid } = options
    if (link === undefined) return stepFailed(`no link ${app}`)
    const what = scriptedOf(options)
    if (what.length > 0) stage.note({ type: 'push.scripted', what })
    const [purpose, number] = [options.what ?? 'offer', to ?? stage.number]
    stage.note({ type: 'push.ordered', what: purpose, to: number })
    if (options.ticket === true) stage.note({ type: 'ticket.ordered', app, to: stage.number })
    const outcome = await stage.push({
      app: options.link === undefined ? app : undefined,
      bearer,
      from,
      to: number,
      purpose,
      draft: draftOf(stage, options, link),
      anyContent: isAnyContent(options),
      asText: isPlainText(options),
      link,
      ticket: options.ticket === true,
      validForMs: valid,
    })
    const isRefused = outcome.kind === 'missed' ? outcome.isRefused : outcome.kind === 'refused'
    if (options.refused === true && isRefused) return done
    if (outcome.kind === 'handed in') {
      return options.refused === true ? stepFailed('the network took the push') : done
    }
    return stepFailed(
      outcome.kind === 'refused'
        ? `the network did not take the push: ${outcome.reason}`
        : outcome.reason,
    )
  },
})

/** Options that say nothing of the content. */
const ways: ReadonlySet<string> = new Set([
  'app',
  'bearer',
  'from',
  'refused',
  'ticket',
  'to',
  'what',
])

/** What the scenario writes in the place of the target. */
const scripted = [
  'link',
  'si',
  'sl',
  'text',
  'application',
  'contentType',
  'charset',
  'port',
] as const satisfies readonly (keyof Options)[]

function scriptedOf(options: Options): readonly string[] {
  return scripted.filter((name) => options[name] !== undefined)
}

function isAnyContent(options: Options): boolean {
  return Object.entries(options).every(([name, value]) => ways.has(name) || value === undefined)
}

function isPlainText({ text, ...others }: Options): boolean {
  return text !== undefined && isAnyContent(others)
}

function draftOf(stage: Stage, options: Options, link: string): PushDraft {
  const { app = 'demo', what = 'offer', ticket } = options
  const own = ownDraft(what, { app, link, at: stage.today() })
  // A ticket names and dates its own.
  if (isAnyContent(options) && ticket !== true) return own
  const { text, sl: loading, application, contentType, charset, port } = options
  if (text !== undefined) return { kind: 'text', text: text.replaceAll('${link}', link) }
  const form = { application, contentType, withoutCharset: charset === false, port }
  const href = link === '' ? {} : { href: link }
  if (loading !== undefined) {
    const { action } = loading
    return { kind: 'sl', ...form, loading: { ...href, ...(action && { action }) } }
  }
  if (options.si === undefined && options.link === undefined && ticket !== true) {
    return own.kind === 'text' ? own : { ...own, ...form }
  }
  return { kind: 'si', ...form, indication: { ...href, ...writtenOf(stage, options) } }
}

/** What the scenario says of an indication; where it says nothing, no more than an indication needs. */
function writtenOf(stage: Stage, options: Options): ServiceIndication {
  const { id: siId, created, expires, action, text } = options.si ?? plainSi
  return {
    ...(siId !== undefined && { siId }),
    ...(created && { created: dateOf(stage, created) }),
    ...(expires && { expires: dateOf(stage, expires) }),
    ...(action && { action }),
    text,
    info: [],
  }
}

function dateOf(stage: Stage, instantOf: Instant): string {
  return instantOf.kind === 'date' ? instantOf.date : formatDate(stage.today() + instantOf.ms)
}
