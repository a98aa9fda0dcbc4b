/** What OpenSSL makes of the certificates of a descriptor and of the signature over a package. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** First line of `openssl version`, or undefined where it is not installed. */
export function findOpenssl(): string | undefined {
  const { status, stdout } = spawnSync('openssl', ['version'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

export interface Evidence {
  /** Certificates in DER, the signer's first; the paths in their order. */
  readonly paths: readonly (readonly Uint8Array[])[]
  readonly roots: readonly Uint8Array[]
  readonly signature: Uint8Array
  readonly jar: Uint8Array
  /** ISO 8601 instant by which validity is judged. */
  readonly at: string
  /** What the signer's certificate has to be for. */
  readonly purpose: 'smimesign' | 'any'
}

/**
 * The first path that OpenSSL verifies decides whose key it is. Level 0, since every other level refuses SHA-1, the
 * algorithm that every phone has; no roots but those given.
 *
 * @returns `good`, or what it said of the last path or of the signature
 */
export function askOpenssl(folder: string, evidence: Evidence): string {
  const { roots, at, purpose } = evidence
  const file = (name: string, contents: string | Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, contents)
    return path
  }
  const trusted = file('roots.pem', roots.map(pem).join(''))
  let said = 'no certificate'
  for (const [signer, ...others] of evidence.paths) {
    if (signer === undefined) continue
    const leaf = file('signer.pem', pem(signer))
    const rest =
      others.length === 0 ? [] : ['-untrusted', file('others.pem', others.map(pem).join(''))]
    const time = String(Date.parse(at) / 1000)
    const alone = ['-no-CApath', '-no-CAstore', '-CAfile', trusted]
    const verified = openssl([
      'verify',
      '-auth_level',
      '0',
      '-attime',
      time,
      '-purpose',
      purpose,
      ...alone,
      ...rest,
      leaf,
    ])
    if (verified.status !== 0) {
      said = /error \d+ at \d+ depth lookup: (.*)/.exec(verified.text)?.[1] ?? verified.text
      continue
    }
    const key = file('key.pem', openssl(['x509', '-in', leaf, '-noout', '-pubkey']).text)
    const signature = file('signature', evidence.signature)
    const package_ = file('package', evidence.jar)
    const checked = openssl(['dgst', '-sha1', '-verify', key, '-signature', signature, package_])
    return checked.status === 0 ? 'good' : (checked.text.split('\n')[0] ?? '')
  }
  return said
}

export interface SignedOctets {
  /** Certificate in DER. */
  readonly signer: Uint8Array
  readonly signature: Uint8Array
  readonly signed: Uint8Array
}

/** Whether it takes each for a signature with SHA-1, by that certificate's key over those octets; all in one shell. */
export function askOpensslForSignatures(
  folder: string,
  all: readonly SignedOctets[],
): readonly string[] {
  for (const [index, { signer, signature, signed }] of all.entries()) {
    writeFileSync(join(folder, `${index}.pem`), pem(signer))
    writeFileSync(join(folder, `${index}.signature`), signature)
    writeFileSync(join(folder, `${index}.signed`), signed)
  }
  const lines = all.map(
    (_, index) =>
      `openssl x509 -in ${index}.pem -noout -pubkey -out ${index}.key && openssl dgst -sha1 ` +
      `-verify ${index}.key -signature ${index}.signature ${index}.signed >said 2>&1 && echo good || echo wrong`,
  )
  const { stdout } = spawnSync('sh', ['-c', lines.join('\n')], { cwd: folder, encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line !== '')
}

function pem(octets: Uint8Array): string {
  const lines = Buffer.from(octets)
    .toString('base64')
    .replaceAll(/.{1,64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`
}

function openssl(parameters: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('openssl', parameters, { encoding: 'utf8' })
  return { status, text: `${stdout}${stderr}`.trim() }
}
