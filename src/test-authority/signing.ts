/** Signs packages as descriptors say it (PKG21 `MIDlet-Certificate-<n>-<m>`, `MIDlet-Jar-RSA-SHA1`). */
import { encodeBase64 } from '../wire/base64.ts'
import { acme, acmeBy, issuer } from './authority.ts'
import { signOctets, writeCertificate } from './certificate-writer.ts'
import type { CertificateSpec } from './certificate-writer.ts'
import type { KeyName } from './keys.table.ts'

export interface Signing {
  /** Each with the signer's certificate first. */
  readonly paths: readonly (readonly CertificateSpec[])[]
  readonly key: KeyName
  readonly digest?: 'md5' | 'sha1' | 'sha256'
  /** Numbers of the certificates of a path; none: 1, 2, 3 … */
  readonly numbers?: readonly number[]
}

type Pair = readonly [name: string, value: string]

export function writeSignature(signing: Signing, jar: Uint8Array): readonly Pair[] {
  const { key, digest } = signing
  return [
    ...writePaths(signing),
    ['MIDlet-Jar-RSA-SHA1', encodeBase64(signOctets(jar, key, digest))],
  ]
}

export function writePaths({ paths, numbers }: Signing): readonly Pair[] {
  return paths.flatMap((path, n) =>
    path.map((spec, m): Pair => [
      `MIDlet-Certificate-${n + 1}-${numbers?.[m] ?? m + 1}`,
      encodeBase64(writeCertificate(spec)),
    ]),
  )
}

/** What conforming servers do. */
export const goodSignings = {
  manufacturer: { key: 'signer', paths: [[acmeBy('manufacturer')]] },
  operator: { key: 'signer', paths: [[acmeBy('operator')]] },
  'identified-third-party': { key: 'signer', paths: [[acme, issuer]] },
  /** For phones that know one root and phones that know the other. */
  'two-authorities': { key: 'signer', paths: [[acmeBy('stranger')], [acme, issuer]] },
} as const satisfies Readonly<Record<string, Signing>>
