import { WireError } from '../../errors.ts'
import { count } from '../../report/views/layout.ts'
import { printable } from '../../report/views/printable.ts'
import { decodeBase64 } from '../../wire/base64.ts'
import { parseCertificate } from '../../wire/certificate.ts'
import type { Certificate } from '../../wire/certificate.ts'
import { identityOf } from '../../wire/tls/server-identity.ts'
import { flightLimits } from '../../wire/tls/server-flight.ts'
import { findServerPath } from '../../wire/tls/server-path.ts'
import type { Decoder } from './decoding.ts'
import { certificateLines } from './signature-lines.ts'

const armour = /-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g

/** What a server over https would send, as its file has it. */
export const decodeCertificates: Decoder = (octets, { paint }) => {
  const blocks = blocksOf(octets)
  const read = blocks.slice(0, flightLimits.certificatesMax).map(attempt)
  const title = paint('bold', `${count(blocks.length, 'certificate')}, in the order of the file`)
  const lines = [title, '', ...read.flatMap(entryLines)]
  const certificates = read.flatMap((one) => (one instanceof WireError ? [] : [one]))
  const [own, ...others] = certificates
  if (own === undefined || certificates.length < blocks.length) {
    const { certificatesMax } = flightLimits
    const limit = `at most certificatesMax = ${certificatesMax} are read`
    const why = blocks.length > certificatesMax ? [limit] : []
    return { sound: false, lines: [...lines, ...why] }
  }
  const stray = certificates.find((one, at) => isStray(one, certificates[at + 1]))
  return {
    sound: stray === undefined,
    lines: [...lines, ...orderLines(stray), endLine([own, ...others])],
  }
}

/** PEM, or one certificate as it is. */
function blocksOf(octets: Uint8Array): readonly (Uint8Array | undefined)[] {
  const text = new TextDecoder('latin1').decode(octets)
  const blocks = [...text.matchAll(armour)].map(([, base64 = '']) =>
    decodeBase64(base64.replaceAll(/\s+/g, '')),
  )
  return blocks.length === 0 ? [octets] : blocks
}

function attempt(octets: Uint8Array | undefined): Certificate | WireError {
  try {
    if (octets !== undefined) return parseCertificate(octets)
    return new WireError('decode/base64', 'Unexpected letters, expected Base64', 0)
  } catch (error) {
    if (error instanceof WireError) return error
    throw error
  }
}

function entryLines(one: Certificate | WireError, at: number): readonly string[] {
  if (one instanceof WireError)
    return [`${at + 1}  Refused: ${printable(one.message)} [${one.code}]`]
  const { names, addresses, from } = identityOf(one)
  const hosts = [...names, ...addresses]
  const isOfServer = one.basicConstraints?.authority !== true && hosts.length > 0
  return [
    `${at + 1}  ${one.subject.text}`,
    ...certificateLines(one),
    ...(isOfServer
      ? [`      for ${hosts.slice(0, hostsMax).map(printable).join(', ')} (${from})`]
      : []),
  ]
}

/** Hosts told of one certificate. */
const hostsMax = 20

function isStray(one: Certificate, next: Certificate | undefined): boolean {
  return next !== undefined && one.issuer.key !== next.subject.key
}

function orderLines(stray: Certificate | undefined): readonly string[] {
  const told =
    stray && `behind ${stray.subject.text} does not come its issuer, ${stray.issuer.text}`
  return ['', told === undefined ? 'Order: each is issued by the next' : `Order: ${told}`]
}

function endLine(certificates: readonly [Certificate, ...Certificate[]]): string {
  const { end, last } = findServerPath(certificates, [])
  return end === 'open'
    ? `Root: not in the file; phones have to have ${last.issuer.text}`
    : `Root: ${last.subject.text}, which issued itself`
}
