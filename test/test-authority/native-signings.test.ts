/** Packages that somebody else has made, signed anew: what is in them stays as it was. */
import assert from 'node:assert/strict'
import { describe, expect, test } from 'vitest'
import { writeInstallCab } from '../../src/reference/cab/install-cab-writer.ts'
import { buildSisx } from '../../src/reference/sis/sisx-writer.ts'
import { resignCabinet } from '../../src/test-authority/cabinet-resigning.ts'
import {
  developerSigning,
  nativeSignings,
  sisxSigningOf,
} from '../../src/test-authority/native-signings.ts'
import type { NativeSigning } from '../../src/test-authority/native-signings.ts'
import { resignSisx } from '../../src/test-authority/sisx-resigning.ts'
import { sisxSignings } from '../../src/test-authority/sisx-signing.ts'
import { readCabinet } from '../../src/wire/cab/cab.ts'
import { readInstallCab } from '../../src/wire/cab/install-cab.ts'
import { extractSisFile, readSis } from '../../src/wire/sis/sis.ts'
import { readSisCertificates } from '../../src/wire/sis/sis-certificates.ts'
import { checkSignatures } from '../../src/wire/sis/sis-signature.ts'
import { demo as cabinet } from '../wire/cab/cab-samples.ts'
import { demo as sisx } from '../wire/sis/samples.ts'

const signings: readonly NativeSigning[] = [
  ...Object.values(nativeSignings),
  developerSigning('356938035643809'),
]

/** What is read of it, but for signatures and how it is packed. */
function sisxOf(octets: Uint8Array) {
  const read = readSis(octets)
  assert(read.format === 'sisx')
  const { signatures, controller: _, notes, files, ...rest } = read
  const held = files.map((file) =>
    file.contents === undefined ? undefined : extractSisFile(octets, file),
  )
  return {
    rest: { ...rest, held },
    notes,
    verdicts: signatures.map(checkSignatures),
    signers: signatures.map((one) => readSisCertificates(one).certificates[0]?.subject.text),
  }
}

function cabinetOf(octets: Uint8Array) {
  const read = readCabinet(octets)
  const { signature, notes, reserve, ...install } = readInstallCab(read)
  return {
    install: { ...install, reserve },
    held: read.files.map(({ name }) => [name, read.contents(name)]),
    notes,
    verdict: signature.verdict,
    signer: 'chain' in signature ? signature.chain[0]?.subject.text : undefined,
  }
}

const acme = 'O=Acme, CN=Acme code signing'

describe('a SISX package', () => {
  const unsigned = buildSisx(sisx)
  const [first, second] = [sisxSignings.manufacturer, sisxSignings['self-signed']]

  test.each([
    ['without a signature', unsigned],
    ['that two have signed', buildSisx({ ...sisx, signings: [first, second] })],
    ['with one in it', buildSisx({ ...sisx, embedded: [{ ...sisx, uid: 0xa0000009 }] })],
  ])('%s is signed anew and stays what it was', (_, octets) => {
    const anew = resignSisx(octets, [sisxSigningOf(nativeSignings['known signer'])])
    const { rest, notes, verdicts, signers } = sisxOf(anew)
    expect(rest).toEqual(sisxOf(octets).rest)
    expect({ notes, verdicts, signers }).toEqual({
      notes: [],
      verdicts: [['good']],
      signers: [acme],
    })
  })

  test('loses its signatures where nobody signs it', () => {
    const signed = buildSisx({ ...sisx, signings: [first] })
    const { rest, verdicts } = sisxOf(resignSisx(signed, []))
    expect([rest, verdicts]).toEqual([sisxOf(unsigned).rest, []])
  })

  test.each([
    ['another key', 'wrong'],
    ['changed since', 'wrong'],
    ['unknown algorithm', 'unknown-scheme'],
    ['expired', 'good'],
    ['broken chain', 'good'],
  ] as const)('signed by %s has a signature that is %s', (name, verdict) => {
    const anew = resignSisx(unsigned, [sisxSigningOf(nativeSignings[name])])
    expect(sisxOf(anew).verdicts).toEqual([[verdict]])
  })
})

describe('a cabinet', () => {
  const signing = { path: nativeSignings.manufacturer.path, key: 'signer' } as const

  test.each([
    ['of the plain kind', writeInstallCab({ ...cabinet, withSetup: false })],
    ['with octets of its own in its folders', writeInstallCab(cabinet)],
    ['that is signed', writeInstallCab({ ...cabinet, signing })],
    [
      'that is signed within its length',
      writeInstallCab({ ...cabinet, signing: { ...signing, statesWholeLength: true } }),
    ],
  ])('%s is signed anew and stays what it was', (_, octets) => {
    const { install, held, ...told } = cabinetOf(octets)
    const anew = cabinetOf(resignCabinet(octets, nativeSignings['known signer']))
    expect(anew).toEqual({ install, held, notes: told.notes, verdict: 'signed', signer: acme })
  })

  test('loses its signature where nobody signs it', () => {
    const signed = writeInstallCab({ ...cabinet, signing })
    const { install, verdict } = cabinetOf(resignCabinet(signed, undefined))
    expect([install, verdict]).toEqual([cabinetOf(signed).install, 'unsigned'])
  })

  test.each(['another key', 'changed since'] as const)('signed by %s is altered', (name) => {
    const anew = resignCabinet(writeInstallCab(cabinet), nativeSignings[name])
    expect(cabinetOf(anew).verdict).toBe('altered')
  })
})

test('every way to sign can be written into either', () => {
  const [one, other] = [buildSisx(sisx), writeInstallCab(cabinet)]
  for (const signing of signings) {
    expect(sisxOf(resignSisx(one, [sisxSigningOf(signing)])).signers).toEqual([acme])
    expect(cabinetOf(resignCabinet(other, signing)).signer).toBe(acme)
  }
})
