/** Roots that the phones of a target have: the certificates as their files hold them. */
import { WireError } from '../errors.ts'
import { decodeBase64 } from '../wire/base64.ts'
import { parseCertificate } from '../wire/certificate.ts'
import type { Certificate } from '../wire/certificate.ts'

/** Letters of one root: those of the longest certificate that is read, with armour and line ends. */
const rootTextMax = 32_768

/** PEM, or its Base64 alone. @returns none when it is no certificate */
export function readRoot(text: string): Certificate | undefined {
  if (text.length > rootTextMax) return undefined
  const plain = text.replace(/-----(?:BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '')
  const octets = decodeBase64(plain)
  if (octets === undefined) return undefined
  try {
    return parseCertificate(octets)
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}
