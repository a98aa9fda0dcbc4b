/** The `sendsms` interface of Kannel (user's guide, "Sending SMS via HTTP"): parameters in the query, answers in plain words. */
import { charsetNamed, decodeText } from '../../wire/charset.ts'
import { parseQuery } from '../../wire/query-octets.ts'
import type { QueryPair } from '../../wire/query-octets.ts'
import { writeDataCoding } from '../../wire/sms/data-coding.ts'
import type { Alphabet, MessageClass } from '../../wire/sms/data-coding.ts'
import type { Account } from '../bearer.ts'
import type { Asked, Reply } from '../http/http-door.ts'
import { elementsOf, encodeBody, senderOf } from './draft.ts'
import type { MessageDraft } from './draft.ts'
import type { SmsHttpOptions } from './sms-http-options.ts'

/** What becomes of a message is told by calling a URL, for the states whose bits are in the mask. */
export interface ReportWish {
  readonly mask: number
  readonly url: string
}

export type SendsmsReading =
  | {
      readonly kind: 'draft'
      readonly draft: MessageDraft
      readonly report: ReportWish | undefined
    }
  | { readonly kind: 'refused'; readonly reply: Reply; readonly why: string }

export function plain(status: number, text: string): Reply {
  return { status, headers: { 'Content-Type': 'text/html' }, body: text }
}

interface Context {
  readonly accounts: readonly Account[]
  readonly options: SmsHttpOptions
  /** Virtual instant. */
  readonly now: number
}

const wholeNumber = /^\d{1,9}$/
const alphabets: readonly Alphabet[] = ['gsm', 'octets', 'ucs2']
const classes: readonly MessageClass[] = [0, 1, 2, 3]
const minuteMs = 60_000

export function readSendsms(asked: Asked, context: Context): SendsmsReading {
  const pairs = parametersOf(asked)
  const word = (name: string) => textOf(pairs, name)
  const { accounts, options } = context
  const account = accounts.find(
    ({ name, password }) => name === word('username') && password === word('password'),
  )
  if (account === undefined) return refuse(403, 'Authorization failed for sendsms')
  const to = word('to')
  if (to === undefined) return refuse(400, 'Missing receiver number, rejected')
  const receivers = to.split(/\s+/).filter((number) => number !== '')
  if (receivers.length === 0) return refuse(400, 'Empty receiver number not allowed, rejected')
  if (receivers.length > options.limits.receiversMax) {
    return refuse(400, `Too many receivers, at most ${options.limits.receiversMax} (receiversMax)`)
  }
  const from = word('from')
  const sender = from === undefined ? options.from : senderOf(from)
  if (sender === undefined) return refuse(400, 'Sender misformed, rejected')
  const content = readContent(pairs)
  if (typeof content === 'string') return refuse(400, content)
  const report = reportOf(pairs)
  return {
    kind: 'draft',
    report,
    draft: {
      sender: account.name,
      from: sender,
      to: receivers,
      ...content,
      protocolId: numberOf(word('pid'), 255) ?? 0,
      deliverAt: after(word('deferred'), context.now),
      validUntil: after(word('validity'), context.now),
      wantsReport: report !== undefined,
    },
  }
}

/** In the query, or in the body of a form. */
function parametersOf({ method, target, contentType, body }: Asked): readonly QueryPair[] {
  const mark = target.indexOf('?')
  const query = mark === -1 ? [] : parseQuery(target.slice(mark + 1))
  const isForm = method === 'POST' && contentType.startsWith('application/x-www-form-urlencoded')
  return isForm ? [...query, ...parseQuery(Buffer.from(body).toString('latin1'))] : query
}

/** Without a coding, a message with a header is of octets, and one without is a text. */
function readContent(
  pairs: readonly QueryPair[],
): Pick<MessageDraft, 'dataCoding' | 'elements' | 'octets'> | string {
  const udh = octetsOf(pairs, 'udh') ?? new Uint8Array()
  const elements = elementsOf(udh)
  if (elements === undefined) return 'UDH field misformed, rejected'
  const stated = textOf(pairs, 'coding')
  const coding = stated === undefined ? Number(udh.length > 0) : Number(stated)
  const alphabet = alphabets[coding]
  if (alphabet === undefined) return 'Coding field misformed, rejected'
  const classText = textOf(pairs, 'mclass')
  const messageClass = classText === undefined ? undefined : classes[Number(classText)]
  if (classText !== undefined && messageClass === undefined)
    return 'MClass field misformed, rejected'
  const dataCoding = writeDataCoding(alphabet, messageClass)
  const octets = octetsOf(pairs, 'text') ?? new Uint8Array()
  if (alphabet === 'octets') return { dataCoding, elements, octets }
  const charset = charsetOf(textOf(pairs, 'charset') ?? 'utf-8')
  if (charset === undefined) return 'Charset not known, rejected'
  return { dataCoding, elements, octets: encodeBody(decodeText(octets, charset), alphabet) }
}

const otherNames: ReadonlyMap<string, string> = new Map([
  ['latin1', 'iso-8859-1'],
  ['latin-1', 'iso-8859-1'],
  ['utf8', 'utf-8'],
  ['ucs-2', 'iso-10646-ucs-2'],
  ['utf-16be', 'utf-16'],
])

function charsetOf(name: string) {
  const lower = name.toLowerCase()
  return charsetNamed(otherNames.get(lower) ?? lower)
}

const maskMax = 31

function reportOf(pairs: readonly QueryPair[]): ReportWish | undefined {
  const url = textOf(pairs, 'dlr-url')
  const mask = numberOf(textOf(pairs, 'dlr-mask'), maskMax) ?? 0
  return url === undefined || mask === 0 ? undefined : { url, mask }
}

function octetsOf(pairs: readonly QueryPair[], name: string): Uint8Array | undefined {
  return pairs.find(([given]) => given === name)?.[1]
}

function textOf(pairs: readonly QueryPair[], name: string): string | undefined {
  const octets = octetsOf(pairs, name)
  return octets === undefined ? undefined : Buffer.from(octets).toString('utf8')
}

function numberOf(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !wholeNumber.test(text)) return undefined
  const number = Number(text)
  return number <= most ? number : undefined
}

/** Minutes from now. */
function after(text: string | undefined, now: number): number | undefined {
  const minutes = numberOf(text, 525_600)
  return minutes === undefined ? undefined : now + minutes * minuteMs
}

function refuse(status: number, text: string): SendsmsReading {
  return { kind: 'refused', reply: plain(status, text), why: text }
}
