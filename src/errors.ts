/**
 * The kinds of error this product throws. Expected bad input from a target is a value or a finding, never one of these;
 * an error means an unreadable data file, wrong usage, undecodable octets given to a codec, or a defect of ours.
 */
export class OtaError extends Error {
  /** Stable, `area/slug`; safe to match on in scripts. */
  readonly code: string
  /** What the reader can do about it, as a sentence. */
  readonly hint: string | undefined

  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = new.target.name
    this.code = code
    this.hint = options.hint
  }
}

/** Octets that do not follow their format, or that reach a named limit of a codec. */
export class WireError extends OtaError {
  /** Octet offset into the input at which decoding stopped. */
  readonly offset: number

  constructor(code: string, message: string, offset: number, options: { hint?: string } = {}) {
    super(code, `${message} (at octet ${offset})`, options)
    this.offset = offset
  }
}

/** A data file (profile, scenario, target, trace) that cannot be read. `place` is `file:line:col`. */
export class DataError extends OtaError {
  readonly place: string | undefined

  constructor(
    code: string,
    message: string,
    options: { place?: string; hint?: string; cause?: unknown } = {},
  ) {
    super(code, options.place === undefined ? message : `${options.place}: ${message}`, options)
    this.place = options.place
  }
}

/** The command line or the library was called in a way that cannot be carried out. */
export class UsageError extends OtaError {}

/** A defect of ours, or one of our named limits; never counted against a target. */
export class HarnessFault extends OtaError {}
