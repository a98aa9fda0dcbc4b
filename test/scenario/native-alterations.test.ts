import { describe, expect, it } from 'vitest'
import { nativeSigners, signAnew } from '../../src/scenario/native-alterations.ts'
import { packClient, specsOf } from '../../src/reference/native/packages.ts'
import { readCabinet } from '../../src/wire/cab/cab.ts'
import { readCabSignature } from '../../src/wire/cab/cab-signature.ts'
import { readSis } from '../../src/wire/sis/sis.ts'
import { checkSignatures } from '../../src/wire/sis/sis-signature.ts'

const specs = specsOf({ major: 1, minor: 2, build: 0 })
const sisx = packClient('sisx', specs)
const cabinet = packClient('smartphone', specs)

function verdictsOf(octets: Uint8Array): readonly string[] {
  const sis = readSis(octets)
  return sis.format === 'sisx' ? sis.signatures.flatMap(checkSignatures) : []
}

describe('a gateway that signs packages anew', () => {
  it.each([
    ['known signer', ['good'], 'signed'],
    ['developer', ['good'], 'signed'],
    ['developer of another phone', ['good'], 'signed'],
    ['another key', ['wrong'], 'altered'],
    ['nobody', [], 'unsigned'],
  ] as const)('does so as %s', (signer, verdicts, verdict) => {
    expect(nativeSigners).toContain(signer)
    expect(verdictsOf(signAnew(sisx, signer))).toEqual(verdicts)
    expect(readCabSignature(readCabinet(signAnew(cabinet, signer))).verdict).toBe(verdict)
  })

  it.each([
    ['a package for Symbian OS up to 8', packClient('sis', specs)],
    ['a page', new TextEncoder().encode('<html></html>')],
    ['nothing', new Uint8Array(0)],
    ['a package cut short', sisx.slice(0, 200)],
    ['a cabinet cut short', cabinet.slice(0, 100)],
  ])('leaves %s alone', (_, octets) => {
    expect(signAnew(octets, 'expired')).toBe(octets)
  })
})
