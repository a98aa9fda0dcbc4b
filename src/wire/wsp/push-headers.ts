/** What the headers that matter to a push mean. */
import { applicationIds, browserApplicationId } from './application-ids.table.ts'
import { headerNamed } from './headers.ts'
import type { WspField } from './headers.ts'
import { integerOf, textOf } from './values.ts'

/** Whom the push is for. */
export interface ApplicationId {
  /** None where the header is a URI that is not registered. */
  readonly id: number | undefined
  readonly uri: string | undefined
  /** `absent`: the browser is meant. Some phones read only integers and drop a push with a text. */
  readonly form: 'absent' | 'integer' | 'text'
}

const decimal = /^\d{1,5}$/

/** X-Wap-Application-Id: a number, a number as text, or a URI (WSP 8.4.2.54). */
export function applicationIdOf(headers: readonly WspField[]): ApplicationId {
  const header = headerNamed(headers, 'X-Wap-Application-Id')
  if (header === undefined) return identified(browserApplicationId, 'absent')
  const id = integerOf(header.value)
  if (id !== undefined) return identified(id, 'integer')
  const text = textOf(header.value) ?? ''
  if (decimal.test(text)) return identified(Number(text), 'text')
  return { id: applicationNamed(text), uri: text, form: 'text' }
}

/**
 * The number of an application. Kannel's own test client writes the URI of the browser with a host in front of it.
 */
export function applicationNamed(uri: string): number | undefined {
  const wanted = uri.toLowerCase()
  const known = applicationIds.find((row) => row.uri === wanted)
  if (known !== undefined) return known.id
  return /^[a-z-]+:[^:]*:wml\.ua$/.test(wanted) ? browserApplicationId : undefined
}

function identified(id: number, form: ApplicationId['form']): ApplicationId {
  return { id, uri: applicationIds.find((row) => row.id === id)?.uri, form }
}

export interface PushFlags {
  readonly initiatorAuthenticated: boolean
  readonly contentTrusted: boolean
  /** No further push waits: the bearer may be given up. */
  readonly last: boolean
  /** Bits that have no meaning, which are zero. */
  readonly reserved: number
}

/** Push-Flag (WSP 8.4.2.59). */
export function pushFlagsOf(headers: readonly WspField[]): PushFlags | undefined {
  const header = headerNamed(headers, 'Push-Flag')
  const bits = header === undefined ? undefined : integerOf(header.value)
  if (bits === undefined) return undefined
  return {
    initiatorAuthenticated: (bits & 0x01) !== 0,
    contentTrusted: (bits & 0x02) !== 0,
    last: (bits & 0x04) !== 0,
    reserved: bits & ~0x07,
  }
}

/** Octets of the body as the header states them. */
export function statedLengthOf(headers: readonly WspField[]): number | undefined {
  const header = headerNamed(headers, 'Content-Length')
  return header === undefined ? undefined : integerOf(header.value)
}
