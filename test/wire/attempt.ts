import { WireError } from '../../src/errors.ts'

export type Attempt<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: string; readonly offset: number }

/** A value or a WireError. Anything else that is thrown is a defect and goes on. */
export function attempt<T>(read: () => T): Attempt<T> {
  try {
    return { kind: 'value', value: read() }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return { kind: 'refused', code: error.code, offset: error.offset }
  }
}
