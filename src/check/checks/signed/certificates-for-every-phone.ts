import { escapeText } from '../../../wire/escape.ts'
import type { Certificate } from '../../../wire/certificate.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { limitOf } from '../../../wire/signature.ts'
import { noSignedDescriptor, signedDescriptors } from '../../signed-suites.ts'

/** What devices have to take at least (CERT21). */
const certificateBytes = 1500
const keyBits = 2048

export default defineCheck({
  level: 'field',
  clause: 'CERT21-ALGORITHM',
  title: 'Certificates are of a size and an algorithm that every phone has to know',
  applies: (context) => signedDescriptors(context).length > 0,
  absent: noSignedDescriptor,
  *judge(context) {
    for (const { found, claim } of signedDescriptors(context)) {
      const certificates = claim.paths.flatMap(({ entries }) =>
        entries.flatMap(({ certificate }) => certificate ?? []),
      )
      const excess = certificates.map(excessOf).find((one) => one !== undefined)
      const limit = limitOf(claim)
      if (excess === undefined && limit !== undefined) {
        yield inconclusive(found, limit)
        continue
      }
      if (certificates.length === 0) continue
      yield excess === undefined
        ? pass(found, `${certificates.length} certificates of RSA with SHA-1`)
        : fail(found, {
            actual: excess,
            expected: `RSA with SHA-1, up to ${keyBits} bits and ${certificateBytes} octets`,
          })
    }
  },
  explain: `MIDP obliges phones to RSA with SHA-1, keys of up to 2,048 bits and certificates of up to 1,500 octets. Many have nothing else, and certificates signed with SHA-256 end with 909 on them. Ask the authority for one that phones of the time can read, or know that the suite is for newer ones.`,
})

function excessOf({ algorithm, octets, publicKey, subject }: Certificate): string | undefined {
  const name = escapeText(subject.text, 80)
  if (algorithm !== 'sha1WithRSAEncryption') return `${algorithm} in the certificate of ${name}`
  if (publicKey.rsaBits === undefined) return `no key of RSA in the certificate of ${name}`
  if (publicKey.rsaBits > keyBits) return `a key of ${publicKey.rsaBits} bits for ${name}`
  return octets.length > certificateBytes
    ? `a certificate of ${octets.length} octets for ${name}`
    : undefined
}
