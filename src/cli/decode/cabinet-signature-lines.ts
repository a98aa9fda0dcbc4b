import { count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import type { CabSignature } from '../../wire/cab/cab-signature.ts'
import { certificateLines } from './signature-lines.ts'

/** Who signed a cabinet, and whether it is still what was signed. */
export function cabinetSignatureLines(signature: CabSignature): readonly string[] {
  if (signature.verdict === 'unsigned') return ['Signature: none']
  const { place, reason } = signature
  const where = `${count(place.end - place.start, 'octet')} at ${place.start}`
  const why = reason === undefined ? '' : `: ${printable(reason)}`
  if (signature.verdict === 'unreadable') return [`Signature: ${where}, cannot be read${why}`]
  const { verdict, digest, chain, signedAt } = signature
  const when = signedAt === undefined ? '' : `, at ${new Date(signedAt).toISOString()}`
  return [
    `Signature: ${where}, ${verdict}${why}; over ${digest}${when}, ${count(chain.length, 'certificate')}`,
    ...chain.flatMap((certificate) => [
      `  ${certificate.subject.text}`,
      ...certificateLines(certificate),
    ]),
  ]
}
