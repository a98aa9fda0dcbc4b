/** Values of flash as text: JSON in which octets stand as `{"$octets":"base64"}`. */
import { HarnessFault } from '../errors.ts'

const octetsName = '$octets'

/** @throws HarnessFault `storage/value` for what would not come back as it was: a defect of whoever wants it stored */
export function toStoredText(value: unknown): string {
  return JSON.stringify(describe(value))
}

/** What `toStoredText` was given, without fields that were `undefined`. @throws SyntaxError for other text */
export function fromStoredText(text: string): unknown {
  const value: unknown = JSON.parse(text, (_, part: unknown) => {
    if (!isRecord(part)) return part
    const octets = part[octetsName]
    if (typeof octets === 'string') return new Uint8Array(Buffer.from(octets, 'base64'))
    return withNames(part, (name) => (name.startsWith('$') ? name.slice(1) : name))
  })
  return value
}

/** Names that begin with `$` get another one, so that no value is taken for octets. */
function describe(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    const octets = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    return { [octetsName]: octets.toString('base64') }
  }
  if (Array.isArray(value)) return value.map((part: unknown) => describe(part ?? Number.NaN))
  if (isRecord(value)) {
    const named = withNames(value, (name) => (name.startsWith('$') ? `$${name}` : name))
    return Object.fromEntries(Object.entries(named).map(([name, part]) => [name, describe(part)]))
  }
  if (isStorable(value)) return value
  throw new HarnessFault('storage/value', `flash cannot hold ${String(value)}`)
}

function withNames(
  part: Readonly<Record<string, unknown>>,
  rename: (name: string) => string,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [rename(name), value]))
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value === 'string' || typeof value === 'boolean' || value === undefined
}

function isRecord(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}
