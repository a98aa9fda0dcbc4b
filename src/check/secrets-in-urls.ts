/** What of a URL everybody on the way can read and nobody should. */
import { escapeText } from '../wire/escape.ts'

/** Names that parameters and path segments give to what identifies a subscriber; then at least so many digits count. */
const subscriberName =
  /^(?:imsi|msisdn|mdn|phone(?:_?(?:number|no))?|mobile(?:_?(?:number|no))?|tel)$/i
const subscriberDigits = /^\+?[0-9]{7,15}$/
const passwordName = /^(?:password|passwd|passphrase|pwd)$/i
/** E.164 in the international form: a plus and up to 15 digits. */
const phoneNumber = /^\+[1-9][0-9]{7,14}$/

/** Segments and parameters that are looked at. */
const partsMax = 200

/** What it is and how it is named; never the secret itself. */
export function findSecret(url: URL): string | undefined {
  if (url.username !== '' || url.password !== '') return 'user and password before the host'
  for (const { name, value } of partsOf(url)) {
    if (name === undefined) {
      if (phoneNumber.test(value)) return 'a phone number'
    } else if (passwordName.test(name) && value !== '') return `a password, ${tell(name)}`
    else if (subscriberName.test(name) && subscriberDigits.test(value)) {
      return `a number that identifies the subscriber, ${tell(name)}`
    } else if (phoneNumber.test(value)) return `a phone number, ${tell(name)}`
  }
  return undefined
}

function tell(name: string): string {
  return escapeText(name, 40)
}

interface Part {
  readonly name: string | undefined
  readonly value: string
}

/** Segments of the path and parameters of the query, with names where they have one; a segment can be named by the one before it. */
function partsOf({ pathname, search }: URL): readonly Part[] {
  const parts: Part[] = []
  let before = ''
  for (const segment of pathname.split('/').slice(1, partsMax)) {
    parts.push(toPart(segment), { name: unescape(before), value: unescape(segment) })
    before = segment
  }
  if (search === '') return parts
  for (const parameter of search.slice(1).split(/[&;]/).slice(0, partsMax)) {
    parts.push(toPart(parameter))
  }
  return parts
}

function toPart(text: string): Part {
  const at = text.indexOf('=')
  return at === -1
    ? { name: undefined, value: unescape(text) }
    : { name: unescape(text.slice(0, at)), value: unescape(text.slice(at + 1)) }
}

/** Escapes that are none stay as they are. */
function unescape(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
