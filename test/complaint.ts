import { DataError } from '../src/errors.ts'

export interface Complaint {
  readonly code: string
  /** `file:line:col: what is wrong`. */
  readonly message: string
  readonly hint: string | undefined
}

/** What a reader of data files has to say; a file without a fault, or any other error, fails the test. */
export function complaintOf(read: () => unknown): Complaint {
  try {
    read()
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    const { code, message, hint } = error
    return { code, message, hint }
  }
  throw new TypeError('nobody complained')
}
