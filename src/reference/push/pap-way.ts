/** Pushes through the operator's push proxy gateway (PAP 2.0): SI and SL as text, which the gateway makes tokens of. */
import { WireError } from '../../errors.ts'
import { formatPapAddress } from '../../wire/pap/address.ts'
import type { PapMessage, PushMessage } from '../../wire/pap/message.ts'
import { readPapMessage } from '../../wire/pap/read-message.ts'
import { formatPapSubmission } from '../../wire/pap/submission.ts'
import { encodeContent, formatContent, contentForms } from '../../wire/push/push-content.ts'
import { writeDocument } from '../../wire/push/compose-push.ts'
import type { PushDraft } from '../../wire/push/compose-push.ts'
import {
  notificationType,
  writeManagementNotification,
} from '../../wire/push/management-notification.ts'
import { formatDate } from '../../wire/wbxml/date.ts'
import type { Setback } from './conduct.ts'
import type { GatewayParts } from './gateway-parts.ts'
import { refused } from './order.ts'
import type { Order, Pushed, Way } from './order.ts'
import type { Post, Posted } from './post.ts'
import { untilTaken } from './retry.ts'

const gateway = 'ppg.operator.test'
const doneCodes: ReadonlySet<number> = new Set([1000, 1001])
const usedPushId = 2007
const accepted = 202

export class PapWay implements Way {
  readonly #parts: GatewayParts
  #pushes = 0

  constructor(parts: GatewayParts) {
    this.#parts = parts
  }

  async push(order: Order): Promise<Pushed> {
    const content = contentOf(order.draft)
    if (typeof content === 'string') return refused(content)
    const post = this.#compose(order, content)
    let wasSilent = false
    return untilTaken(async () => {
      const setback = setbackOf(await this.#parts.send(post))
      // The gateway has what it did not answer.
      if (wasSilent && setback?.kind === 'pap' && setback.code === usedPushId) return undefined
      wasSilent ||= setback?.kind === 'silence'
      return setback
    }, this.#parts)
  }

  close(): void {}

  /** The same for each attempt: whoever has the push already knows its id. */
  #compose({ to, validForMs }: Order, content: PapPart): Post {
    const { timers, startsAtMs, origin, account } = this.#parts
    const now = startsAtMs + timers.now()
    this.#pushes += 1
    const message: PushMessage = {
      kind: 'push-message',
      pushId: `${now}.${this.#pushes}@reference.test`,
      addresses: [formatPapAddress({ specifier: to, type: 'PLMN', gateway })],
      deliverBefore: validForMs === undefined ? undefined : formatDate(now + validForMs),
      notifyTo: `${origin}/push-result`,
      quality: { deliveryMethod: 'unconfirmed' },
    }
    const boundary = `push-${this.#pushes}`
    const { contentType, body } = formatPapSubmission(message, content, { boundary })
    const login = Buffer.from(`${account.systemId}:${account.password}`).toString('base64')
    return {
      method: 'POST',
      path: '/wappush',
      headers: [
        ['Host', gateway],
        ['Authorization', `Basic ${login}`],
        ['Content-Type', contentType],
      ],
      body,
    }
  }
}

interface PapPart {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

/** The second part, or the reason why there is none. */
function contentOf(draft: PushDraft): PapPart | string {
  if (draft.kind === 'text') return 'a push proxy gateway takes no texts'
  if (draft.port !== undefined) return 'PAP names no port'
  if (draft.flags !== undefined) return 'the gateway says what is trusted'
  const { contentType, application } = draft
  const to = application === undefined ? [] : [['X-Wap-Application-Id', application] as const]
  if (draft.kind === 'notification') {
    const body = writeManagementNotification(draft.notification, draft.secret)
    return { headers: [['Content-Type', contentType ?? notificationType], ...to], body }
  }
  if (draft.withoutCharset) return 'the gateway says which charset it writes'
  const { kind } = draft
  const root = writeDocument(draft)
  const text = contentForms.find((form) => form.kind === kind)?.text ?? ''
  return {
    headers: [['Content-Type', contentType ?? `${text}; charset=utf-8`], ...to],
    body:
      contentType === undefined
        ? new TextEncoder().encode(formatContent(kind, root))
        : encodeContent(kind, root),
  }
}

/** A gateway answers 202 to whatever it could read: the code inside says the rest. */
function setbackOf(posted: Posted | undefined): Setback | undefined {
  if (posted === undefined) return { kind: 'silence' }
  if (posted.status !== accepted && posted.status !== 503) {
    return { kind: 'http', status: posted.status }
  }
  const code = codeOf(posted.body)
  if (code === undefined) return { kind: 'http', status: posted.status }
  return doneCodes.has(code) ? undefined : { kind: 'pap', code, status: posted.status }
}

function codeOf(body: Uint8Array): number | undefined {
  const message = readAnswer(body)
  return message !== undefined && 'result' in message ? message.result.code : undefined
}

function readAnswer(body: Uint8Array): PapMessage | undefined {
  try {
    return readPapMessage(body).message
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}
