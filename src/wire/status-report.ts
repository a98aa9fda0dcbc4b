import { WireError } from '../errors.ts'
import { escapeOctets } from './escape.ts'
import { decodeUtf8, toOctetText } from './octet-text.ts'
import { statusCodes } from './status-codes.table.ts'

export interface StatusReport {
  readonly code: number
  /** What follows the code on line 1, without the blank between them. Empty for a bare number. */
  readonly message: string
  readonly terminator: 'crlf' | 'lf' | 'none'
  /** Everything after line 1. */
  readonly rest: string
}

const encoder = new TextEncoder()

/** Octets of a report beyond which it is none. */
const reportBytesMax = 65_536

/**
 * Reads the body of a status report: its first line is a code of three digits and a message (OTA2 Status reports).
 * The message may be in any case or missing, and the line may end in CR LF, in LF or not at all, as devices do.
 *
 * @throws WireError `wire/status-report` when line 1 does not start with three digits, or the body is over 64 KiB
 */
export function parseStatusReport(octets: Uint8Array): StatusReport {
  if (octets.length > reportBytesMax) {
    throw notReport(`${octets.length} octets, expected at most ${reportBytesMax}`, reportBytesMax)
  }
  const digits = octets.subarray(0, 3).findIndex((octet) => octet < 0x30 || octet > 0x39)
  if (digits !== -1 || octets.length < 3) {
    const found = escapeOctets(octets.subarray(0, 24))
    throw notReport(`"${found}", expected three digits`, digits === -1 ? octets.length : digits)
  }
  const text = toOctetText(octets)
  const { end, next, terminator } = findLineEnd(text)
  return {
    code: Number(text.slice(0, 3)),
    message: decodeUtf8(text.slice(text[3] === ' ' ? 4 : 3, end)),
    terminator,
    rest: decodeUtf8(text.slice(next)),
  }
}

interface LineEnd {
  readonly end: number
  readonly next: number
  readonly terminator: StatusReport['terminator']
}

function findLineEnd(text: string): LineEnd {
  const lf = text.indexOf('\n')
  if (lf === -1) return { end: text.length, next: text.length, terminator: 'none' }
  return text[lf - 1] === '\r'
    ? { end: lf - 1, next: lf + 1, terminator: 'crlf' }
    : { end: lf, next: lf + 1, terminator: 'lf' }
}

function notReport(found: string, offset: number): WireError {
  return new WireError('wire/status-report', `Unexpected status report of ${found}`, offset)
}

export interface StatusReportDraft {
  readonly code: number
  /** Absent: the text of the code's own row, nothing where it has none. `none`: a bare number. */
  readonly message?: string | undefined
  /** Absent: `crlf`, as the length in the example of OTA2 implies. */
  readonly terminator?: StatusReport['terminator'] | undefined
}

const lineEndOf = { crlf: '\r\n', lf: '\n', none: '' } as const

/**
 * Writes the body of a status report (OTA2 Status reports).
 *
 * @example formatStatusReport({ code: 900 }) // the 13 octets "900 Success\r\n"
 * @throws WireError `wire/status-report` for a code that has not three digits or a message of several lines
 */
export function formatStatusReport(draft: StatusReportDraft): Uint8Array {
  const { code, terminator = 'crlf' } = draft
  if (!Number.isInteger(code) || code < 0 || code > 999) throw notReport(`code ${code}`, 0)
  const message = draft.message ?? statusCodes.find((row) => row.code === code)?.message ?? 'none'
  if (/[\r\n]/.test(message)) throw notReport('a message of several lines', 4)
  const number = String(code).padStart(3, '0')
  const line = message === 'none' ? number : `${number} ${message}`
  return encoder.encode(line + lineEndOf[terminator])
}

export { statusCodes }
