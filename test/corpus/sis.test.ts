/**
 * Real Symbian packages against what independent programs say of them. The files are not part of the repository: where they
 * are absent the test says so and is skipped.
 */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formatUid } from '../../src/wire/sis/sis-header.ts'
import { readSisCertificates } from '../../src/wire/sis/sis-certificates.ts'
import { checkSignatures } from '../../src/wire/sis/sis-signature.ts'
import { detectSis, extractSisFile, readSis } from '../../src/wire/sis/sis.ts'
import type { SisxController } from '../../src/wire/sis/sisx-controller.ts'
import type { SisxSignatureChain } from '../../src/wire/sis/sisx-signature.ts'
import { askOpensslForSignatures, findOpenssl } from '../openssl/openssl.ts'
import type { SignedOctets } from '../openssl/openssl.ts'

const corpus = new URL('../../../shared/corpus/', import.meta.url)
const hasCorpus = existsSync(fileURLToPath(corpus))
const without = hasCorpus ? '' : ' (skipped: no corpus here)'
if (!hasCorpus) process.stderr.write(`test/corpus/sis.test.ts${without}\n`)

const factsOf = z.object({
  sis: z.array(
    z.object({
      path: z.string(),
      bytes: z.number(),
      uid: z.array(z.string()),
      mime: z.string(),
      root_len: z.number().optional(),
      trailing: z.number().optional(),
    }),
  ),
})

const rows = hasCorpus
  ? factsOf.parse(JSON.parse(readFileSync(new URL('packages.json', corpus), 'utf8'))).sis
  : []

const octetsOf = ({ path }: { readonly path: string }) =>
  new Uint8Array(readFileSync(new URL(path, corpus)))

const isStub = ({ mime }: { readonly mime: string }) => mime === 'application/octet-stream'

describe.skipIf(!hasCorpus)(`real Symbian packages${without}`, () => {
  test('are twenty-six', () => {
    expect(rows.length).toBe(26)
  })

  test('are SISX where file says so, and else stubs of what a ROM holds', () => {
    expect(rows.map((row) => detectSis(octetsOf(row)))).toEqual(
      rows.map((row) => (isStub(row) ? 'stub' : 'sisx')),
    )
    expect(rows.filter(isStub).map(({ path }) => path)).toEqual([
      'sis/413a4fdee10704ee.sis',
      'sis/adb8e556428b62bb.sis',
    ])
  })

  test.each(rows.filter((row) => !isStub(row)))(
    '$path reads to the facts of packages.json',
    (row) => {
      const octets = octetsOf(row)
      const told: (readonly [start: number, end: number, meaning: string])[] = []
      const found = readSis(octets, { annotate: (...note) => void told.push(note) })
      assert(found.format === 'sisx' && found.header !== undefined)
      const { header, uid, notes } = found
      expect({
        bytes: octets.length,
        uids: [...header.uids, header.checksum].map(formatUid),
        rightChecksum: formatUid(header.rightChecksum),
        uid: formatUid(uid),
        root: told[2],
        trailing: notes.some(({ rule }) => rule === 'trailing'),
      }).toEqual({
        bytes: row.bytes,
        uids: row.uid,
        rightChecksum: row.uid[3],
        uid: row.uid[2],
        root: [16, 24, `Contents, ${row.root_len} octets`],
        trailing: row.trailing !== 0,
      })
    },
  )

  test.each(rows)('$path has all its files, with the SHA-1 it states', (row) => {
    const octets = octetsOf(row)
    const { files, notes } = readSis(octets)
    expect(notes.filter(({ blocking }) => blocking)).toEqual([])
    expect(
      files.map((file) => (file.contents ? extractSisFile(octets, file).length : file.bytes)),
    ).toEqual(files.map(({ bytes }) => bytes))
  })

  test('are wrong in the checksums that no phone compares, eight of them', () => {
    const wrong = rows
      .filter((row) => readSis(octetsOf(row)).notes.some(({ rule }) => rule.endsWith('checksum')))
      .map(({ path }) => path)
    expect(wrong).toEqual([
      'sis/015fa9afb8e420e1.sis',
      'sis/0b53980d852ddc35.sis',
      'sis/0af44e7fda43e052.sis',
      'sis/6c587c6408bfa3aa.sis',
      'sis/736ffaf513ecb1ed.sis',
      'sis/cf22721f53165d29.sis',
      'sis/9adf6a8a4b3f308c.sis',
      'sis/4190db46c33f79b2.sis',
    ])
  })

  test('of S60 3rd edition and later name their products', () => {
    const targets = rows
      .map((row) => readSis(octetsOf(row)))
      .flatMap((found) => (found.format === 'sisx' ? [found.targets.map(({ uid }) => uid)] : []))
      .filter((uids) => uids.length > 0)
      .map((uids) => uids.map(formatUid).join(' '))
    expect(targets).toEqual([
      '0x101F7961',
      '0x101F7961 0x1028315F 0x10283160 0x20022E6D 0x20032DE7',
      '0x101F7961 0x1028315F 0x10283160 0x20022E6D 0x20032DE7',
      '0x101F7961 0x1028315F 0x10283160 0x20022E6D',
      '0x101F7961 0x1028315F 0x10283160 0x20022E6D',
      '0x101F7961 0x1028315F',
      '0x101F7961 0x1028315F',
    ])
  })

  test('keep a package within a package, with files in a unit of its own', () => {
    const row = rows.find(({ path }) => path === 'sis/ebb2748ec71a2045.sisx')
    assert(row !== undefined)
    const { files } = readSis(octetsOf(row))
    expect(files.map(({ target, owner, bytes }) => [target, formatUid(owner), bytes])).toEqual([
      ['c:\\data\\datafile.txt', '0xED2159D3', 20],
      ['c:\\sys\\bin\\teststartlistembedded.exe', '0xEC35FEAB', 125_744],
      ['c:\\private\\101f875a\\import\\[EC35FEAB].rsc', '0xEC35FEAB', 74],
    ])
  })

  test('install what their conditions allow', () => {
    const row = rows.find(({ path }) => path === 'sis/8a534e174e7d2096.sis')
    assert(row !== undefined)
    const { files } = readSis(octetsOf(row))
    expect(files.map(({ target, conditional }) => [target, conditional])).toEqual([
      ['!:\\sys\\bin\\HelloWorld.exe', false],
      ['!:\\private\\10003a3f\\import\\apps\\HelloWorld_reg.rsc', false],
      ['!:\\resource\\apps\\HelloWorld01.r01', true],
      ['!:\\resource\\apps\\HelloWorld03.r03', true],
      ['!:\\resource\\apps\\HelloWorld01.mbm', true],
      ['!:\\resource\\apps\\HelloWorld03.mbm', true],
    ])
  })
})

const rsa = '1.2.840.113549.1.1.5'
const dsa = '1.2.840.10040.4.3'

const hasOpenssl = findOpenssl() !== undefined
const withoutOpenssl = hasOpenssl ? without : ' (skipped: no openssl here)'
if (!hasOpenssl) process.stderr.write(`test/corpus/sis.test.ts${withoutOpenssl}\n`)

describe.skipIf(!hasCorpus || !hasOpenssl)(`signatures of real packages${withoutOpenssl}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ota-corpus-sis-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const real = rows.flatMap((row) => {
    const found = readSis(octetsOf(row))
    const all = found.format === 'sisx' ? chainsOf(found) : []
    return all.map((chain, index) => ({ name: `${row.path} ${index + 1}`, chain }))
  })
  /** The first of RSA and the first of DSA, over octets that are not theirs. */
  const changed = [rsa, dsa].flatMap((scheme) => {
    const found = real.find(({ chain }) => chain.signatures[0]?.algorithm === scheme)
    if (found === undefined) return []
    const { signed } = found.chain
    const turned = signed.with(100, (signed[100] ?? 0) ^ 1)
    return [{ name: `${found.name}, one bit turned`, chain: { ...found.chain, signed: turned } }]
  })

  let verdicts: readonly string[]
  beforeAll(() => {
    verdicts = askOpensslForSignatures(
      folder,
      [...real, ...changed].map(({ chain }) => partsOf(chain)),
    )
  })

  test('are thirty-one, in twenty-two packages', () => {
    const packages = new Set(real.map(({ name }) => name.split(' ')[0]))
    expect([real.length, packages.size]).toEqual([31, 22])
  })

  test('are good for us and for OpenSSL, and over other octets for neither', () => {
    const ours = [...real, ...changed].map(({ name, chain }) => [name, ...checkSignatures(chain)])
    expect(ours).toEqual([...real, ...changed].map(({ name }, at) => [name, verdicts[at]]))
    expect(verdicts).toEqual([...real.map(() => 'good'), 'wrong', 'wrong'])
  })
})

function partsOf(chain: SisxSignatureChain): SignedOctets {
  const [signer] = readSisCertificates(chain).certificates
  const [signature] = chain.signatures
  assert(signer !== undefined && signature !== undefined)
  const { algorithm, octets } = signature
  // One of DSA is shorter than the 48 octets it is kept in: its DER says how long it is.
  const exact = algorithm === dsa ? octets.subarray(0, 2 + (octets[1] ?? 0)) : octets
  return { signer: signer.octets, signature: exact, signed: chain.signed }
}

function chainsOf({ signatures, block }: SisxController): readonly SisxSignatureChain[] {
  return [...signatures, ...block.embedded.flatMap(chainsOf)]
}
