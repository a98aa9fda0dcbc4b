/** Shapes of values read from a trace file. A check answers with what is wrong, or nothing. */
export type Check = (value: unknown, path: string) => string | undefined

/** One check for each field of a type; fields that may be absent have an `optional` one. */
export type Fields<T> = { readonly [K in keyof T]-?: Check }

export const text: Check = (value, path) =>
  typeof value === 'string' ? undefined : unexpected(value, path, 'a text')

export const flag: Check = (value, path) =>
  typeof value === 'boolean' ? undefined : unexpected(value, path, 'true or false')

/** A whole number that is not negative. */
export const count: Check = (value, path) =>
  Number.isSafeInteger(value) && Number(value) >= 0
    ? undefined
    : unexpected(value, path, 'a whole number of at least 0')

export const duration: Check = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? undefined
    : unexpected(value, path, 'a number of at least 0')

export const instant: Check = (value, path) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))
    ? undefined
    : unexpected(value, path, 'an ISO 8601 instant')

export const octets: Check = (value, path) =>
  value instanceof Uint8Array ? undefined : unexpected(value, path, '{"$octets":"…"}')

export function oneOf(...choices: readonly (string | number)[]): Check {
  return (value, path) =>
    choices.some((choice) => choice === value)
      ? undefined
      : unexpected(value, path, choices.map((choice) => JSON.stringify(choice)).join(' or '))
}

export function listOf(element: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return unexpected(value, path, 'a list')
    for (const [index, entry] of value.entries()) {
      const problem = element(entry, `${path}[${index}]`)
      if (problem !== undefined) return problem
    }
    return undefined
  }
}

export const pair: Check = (value, path) => {
  const problem = listOf(text)(value, path)
  if (problem !== undefined || !Array.isArray(value)) return problem
  return value.length === 2 ? undefined : `${path}: Unexpected length ${value.length}, expected 2`
}

const optionalChecks = new WeakSet<Check>()

export function optional(check: Check): Check {
  const wrapped: Check = (value, path) => check(value, path)
  optionalChecks.add(wrapped)
  return wrapped
}

export function record<T>(fields: Fields<T>): Check {
  return recordOf(new Map<string, Check>(Object.entries(fields)))
}

/** @param known checks by field name; fields without one are refused */
export function recordOf(known: ReadonlyMap<string, Check>): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) {
      return unexpected(value, path, 'an object')
    }
    const given = new Map<string, unknown>(Object.entries(value))
    for (const name of given.keys()) {
      if (!known.has(name)) return `${path}: Unexpected field "${name.slice(0, 40)}"`
    }
    for (const [name, check] of known) {
      const part = path === '' ? name : `${path}.${name}`
      if (!given.has(name)) {
        if (!optionalChecks.has(check)) return `${part}: Unexpected absence, expected a value`
        continue
      }
      const problem = check(given.get(name), part)
      if (problem !== undefined) return problem
    }
    return undefined
  }
}

function unexpected(value: unknown, path: string, expected: string): string {
  return `${path}: Unexpected ${show(value)}, expected ${expected}`
}

/** A value in a few characters; of a structure only its kind, since it may be nested without end. */
export function show(value: unknown): string {
  if (value instanceof Uint8Array) return 'octets'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object' && value !== null) return 'object'
  return (JSON.stringify(value) ?? 'nothing').slice(0, 60)
}
