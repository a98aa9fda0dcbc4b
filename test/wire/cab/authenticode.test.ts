/** OpenSSL and osslsigncode on the cabinets that are signed here. Where they are absent the test says so and is skipped. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeInstallCab } from '../../../src/reference/cab/install-cab-writer.ts'
import { acme, acmeBy, issuer, rootSpec } from '../../../src/test-authority/authority.ts'
import { writeCertificate } from '../../../src/test-authority/certificate-writer.ts'
import type { CabinetSigning } from '../../../src/test-authority/cabinet-signing.ts'
import { readCabinet } from '../../../src/wire/cab/cab.ts'
import { readCabSignature } from '../../../src/wire/cab/cab-signature.ts'
import { parseSignedData } from '../../../src/wire/signed-data.ts'
import { demo, patch } from './cab-samples.ts'

const present = ['openssl', 'osslsigncode'].every(
  (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0,
)
const without = present ? '' : ' (skipped: no openssl and osslsigncode here)'
if (!present) process.stderr.write(`test/wire/cab/authenticode.test.ts${without}\n`)

test.runIf(process.env['CI'] !== undefined)('openssl and osslsigncode are there, in CI', () => {
  expect(present).toBe(true)
})

const third: CabinetSigning = { path: [acme, issuer], key: 'signer' }
const plain = { ...demo, withSetup: false }

/** osslsigncode reads only cabinets whose folders keep nothing for programs: those without _setup.xml. */
const files: Readonly<Record<string, Uint8Array>> = {
  'by an issuer': writeInstallCab({ ...plain, signing: third }),
  'by a root': writeInstallCab({
    ...plain,
    signing: { path: [acmeBy('identified-third-party')], key: 'signer' },
  }),
  'with SHA-256': writeInstallCab({ ...plain, signing: { ...third, digest: 'sha256' } }),
  'with a time': writeInstallCab({
    ...plain,
    signing: { ...third, signedAt: '2006-03-01T09:00:00Z' },
  }),
  'with another key': writeInstallCab({ ...plain, signing: { ...third, key: 'other' } }),
  'with another set': patch(writeInstallCab({ ...plain, signing: third }), 32, 1),
  'with another place in a set': patch(writeInstallCab({ ...plain, signing: third }), 34, 1),
  'with another date': patch(writeInstallCab({ ...plain, signing: third }), 80, 1),
}

describe.skipIf(!present)(`signed cabinets under others${without}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ota-authenticode-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const file = (name: string, octets: Uint8Array | string) => {
    const path = join(folder, name)
    writeFileSync(path, octets)
    return path
  }
  const roots = () => {
    const base64 = Buffer.from(writeCertificate(rootSpec('identified-third-party'))).toString(
      'base64',
    )
    const lines = base64.replaceAll(/.{64}/g, '$&\n')
    return file('root.pem', `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`)
  }

  test.each(Object.entries(files))('%s have the verdict of osslsigncode', (_, octets) => {
    const { verdict } = readCabSignature(readCabinet(octets))
    // Its exit code also covers the chain, which is not to be judged here, at the time of the test.
    const printed = spawnSync(
      'osslsigncode',
      ['verify', '-CAfile', roots(), '-time', '1141203600', '-in', file('a.cab', octets)],
      { encoding: 'utf8' },
    ).stdout
    const digests = [...printed.matchAll(/message digest +: (\w+)/g)].map(([, digest]) => digest)
    const sameDigest = digests.length === 2 && digests[0] === digests[1]
    const isGood = sameDigest && !/Signature verification: failed/.test(printed)
    expect({ verdict, printed: isGood ? '' : printed }).toEqual({
      verdict: isGood ? 'signed' : 'altered',
      printed: isGood ? '' : printed,
    })
  })

  test.each(Object.entries(files))('%s have the signature that openssl sees', (name, octets) => {
    const pkcs7 = octets.slice(readCabinet(octets).header.bytes)
    const { content } = parseSignedData(pkcs7).content
    const paths = { pkcs7: file('a.p7', pkcs7), content: file('a.bin', content) }
    const files7 = ['-in', paths.pkcs7, '-content', paths.content, '-out', join(folder, 'out')]
    const { status } = spawnSync(
      'openssl',
      ['smime', '-verify', '-inform', 'DER', '-binary', '-noverify'].concat(files7),
    )
    expect(status === 0).toBe(name !== 'with another key')
    const printed = execFileSync(
      'openssl',
      ['pkcs7', '-inform', 'DER', '-in', paths.pkcs7, '-print_certs', '-noout'],
      { encoding: 'utf8' },
    )
    expect(printed.match(/^subject=/gm)?.length).toBe(name === 'by a root' ? 1 : 2)
  })
})
