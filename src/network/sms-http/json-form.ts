/**
 * A JSON form in the shape that hosted gateways have: a token, one message for some receivers, an id for each.
 *
 *     POST /v1/messages   Authorization: Bearer <password of an account>
 *     { "from": "…", "to": ["+358…"], "text": "…" }   or   { …, "data": "<hex>", "udh": "<hex>" }
 */
import { parseHex } from '../../wire/hex.ts'
import { writeDataCoding } from '../../wire/sms/data-coding.ts'
import { encodeGsm } from '../../wire/sms/gsm7.ts'
import type { Account } from '../bearer.ts'
import type { Asked, Reply } from '../http/http-door.ts'
import type { SubmitOutcome } from '../submission.ts'
import { elementsOf, encodeBody, senderOf } from './draft.ts'
import type { MessageDraft } from './draft.ts'
import type { SmsHttpOptions } from './sms-http-options.ts'

export type JsonReading =
  | { readonly kind: 'draft'; readonly draft: MessageDraft; readonly callback: string | undefined }
  | { readonly kind: 'refused'; readonly reply: Reply; readonly why: string }

interface Context {
  readonly accounts: readonly Account[]
  readonly options: SmsHttpOptions
  /** Virtual instant. */
  readonly now: number
}

export function json(status: number, value: unknown): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json' },
    body: `${JSON.stringify(value)}\n`,
  }
}

export function jsonError(status: number, code: string, message: string): Reply {
  return json(status, { error: { code, message } })
}

const bearerForm = /^Bearer ([!-~]{1,200})$/i
const secondsMax = 31_536_000

export function readJsonForm(asked: Asked, context: Context): JsonReading {
  const [, token] = bearerForm.exec(asked.authorization ?? '') ?? []
  const account = context.accounts.find(({ password }) => password === token)
  if (account === undefined) return refuse(401, 'unauthorized', 'the token is not known')
  const fields = readObject(asked.body)
  if (fields === undefined) return refuse(400, 'not-json', 'the body is no JSON object')
  return readMessage(fields, account.name, context)
}

function readMessage(fields: Fields, sender: string, { options, now }: Context): JsonReading {
  const { receiversMax } = options.limits
  const to = receiversOf(fields['to'], receiversMax)
  if (to === undefined) {
    return refuse(400, 'to', `to is a number or a list of up to ${receiversMax} (receiversMax)`)
  }
  const from = fields['from'] === undefined ? options.from : senderIn(fields['from'])
  if (from === undefined) return refuse(400, 'from', 'from is a number or up to eleven letters')
  const content = readContent(fields)
  if (content === undefined) {
    return refuse(400, 'content', 'either text, or data and perhaps udh as hex digits')
  }
  const { validitySeconds: seconds, callback } = fields
  if (seconds !== undefined && !isSeconds(seconds)) {
    return refuse(400, 'validitySeconds', `an integer of up to ${secondsMax}`)
  }
  return {
    kind: 'draft',
    callback: typeof callback === 'string' ? callback : undefined,
    draft: {
      sender,
      from,
      to,
      ...content,
      protocolId: 0,
      deliverAt: undefined,
      validUntil: isSeconds(seconds) ? now + seconds * 1000 : undefined,
      wantsReport: typeof callback === 'string',
    },
  }
}

type Fields = Readonly<Record<string, unknown>>

function readObject(body: Uint8Array): Fields | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && Boolean(value) && !Array.isArray(value)
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= secondsMax
}

function receiversOf(value: unknown, most: number): readonly string[] | undefined {
  const to = typeof value === 'string' ? [value] : textsOf(value)
  return to === undefined || to.length === 0 || to.length > most ? undefined : to
}

function textsOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((one): one is string => typeof one === 'string')
  return texts.length === value.length ? texts : undefined
}

function senderIn(value: unknown) {
  return typeof value === 'string' ? senderOf(value) : undefined
}

function readContent({
  text,
  data,
  udh,
}: Fields): Pick<MessageDraft, 'dataCoding' | 'elements' | 'octets'> | undefined {
  const header = udh === undefined ? new Uint8Array() : hexIn(udh)
  const elements = header && elementsOf(header)
  if (elements === undefined) return undefined
  if (typeof text === 'string' && data === undefined) {
    const alphabet = encodeGsm(text) === undefined ? 'ucs2' : 'gsm'
    return {
      dataCoding: writeDataCoding(alphabet),
      elements,
      octets: encodeBody(text, alphabet),
    }
  }
  const octets = text === undefined ? hexIn(data) : undefined
  return octets && { dataCoding: writeDataCoding('octets'), elements, octets }
}

function hexIn(value: unknown): Uint8Array | undefined {
  return typeof value === 'string' ? parseHex(value) : undefined
}

export function jsonAnswer(
  outcomes: readonly (readonly [to: string, outcome: SubmitOutcome])[],
): Reply {
  const isTaken = outcomes.some(([, { kind }]) => kind === 'accepted')
  const messages = outcomes.map(([to, outcome]) =>
    outcome.kind === 'accepted'
      ? { to, id: outcome.id, status: 'accepted' }
      : { to, status: 'refused', error: outcome.cause },
  )
  return json(isTaken ? 202 : 422, { messages })
}

function refuse(status: number, code: string, message: string): JsonReading {
  return { kind: 'refused', reply: jsonError(status, code, message), why: `${code}: ${message}` }
}
