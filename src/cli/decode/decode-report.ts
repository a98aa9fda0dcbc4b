import { parseStatusReport, statusCodes } from '../../wire/status-report.ts'
import { count, labelled } from '../../report/views/layout.ts'
import { excerpt } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'

const restMax = 300
const terminators = { crlf: 'CR LF', lf: 'LF', none: 'none' } as const

export const decodeReport: Decoder = (octets, { paint, columns }) => {
  const { code, message, terminator, rest } = parseStatusReport(octets)
  const known = statusCodes.find((row) => row.code === code)
  const margin = { indent: 0, labelWidth: 10, columns }
  const meaning =
    known === undefined
      ? 'no document or device is known to use it; a server answers 200 all the same'
      : `${known.message}: ${known.meaning} (${known.origin})`
  return {
    sound: true,
    lines: [
      paint('bold', `Status report, ${count(octets.length, 'octet')}`),
      '',
      ...labelled('Code', String(code).padStart(3, '0'), margin),
      ...labelled('Means', meaning, margin),
      ...labelled('Message', message === '' ? '(none)' : excerpt(message, restMax), margin),
      ...labelled('Line end', terminators[terminator], margin),
      ...(rest === '' ? [] : labelled('Then', excerpt(rest, restMax), margin)),
    ],
  }
}
