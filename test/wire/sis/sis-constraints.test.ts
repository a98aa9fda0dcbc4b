import { describe, expect, test } from 'vitest'
import { acme } from '../../../src/test-authority/authority.ts'
import { writeCertificate } from '../../../src/test-authority/certificate-writer.ts'
import { element, sequence, utf8 } from '../../../src/test-authority/der-writer.ts'
import { parseCertificate } from '../../../src/wire/certificate.ts'
import { readConstraints } from '../../../src/wire/sis/sis-constraints.ts'
import { attempt } from '../attempt.ts'

const constraintsOf = (extensions: Readonly<Record<string, Uint8Array>>) =>
  readConstraints(parseCertificate(writeCertificate({ ...acme, extensions })))

const imei = '356938035643809'
const integer = (...octets: readonly number[]) => element(0x02, Uint8Array.from(octets))

describe('the certificate of a developer', () => {
  test('is for phones, packages, vendors and capabilities', () => {
    expect(
      constraintsOf({
        '1.2.826.0.1.1796587.1.1.1.1': sequence(utf8(imei)),
        // As Symbian's tool writes it, and as DER has it.
        '1.2.826.0.1.1796587.1.1.1.4': sequence(integer(0xa0, 0, 0, 1), integer(0, 0xa0, 0, 0, 2)),
        '1.2.826.0.1.1796587.1.1.1.5': sequence(integer(0x10, 1)),
        // TCB, LocalServices and UserEnvironment: bits 0, 14 and 19.
        '1.2.826.0.1.1796587.1.1.1.6': element(0x03, Uint8Array.of(4, 0x80, 0x02, 0x10)),
      }),
    ).toEqual({
      devices: [imei],
      packageUids: [0xa0000001, 0xa0000002],
      vendorUids: [0x1001],
      capabilities: ['TCB', 'LocalServices', 'UserEnvironment'],
    })
  })

  test('is for everything where it says nothing', () => {
    expect(constraintsOf({})).toEqual({
      devices: undefined,
      packageUids: undefined,
      vendorUids: undefined,
      capabilities: undefined,
    })
  })

  test('is for at most a thousand phones', () => {
    const phones = (count: number) => ({
      '1.2.826.0.1.1796587.1.1.1.1': sequence(...Array.from({ length: count }, () => utf8('1'))),
    })
    expect(constraintsOf(phones(1000)).devices?.length).toBe(1000)
    expect(attempt(() => constraintsOf(phones(1001))).kind).toBe('refused')
  })

  test.each([
    ['a list that is none', '1.2.826.0.1.1796587.1.1.1.1', utf8(imei)],
    ['a phone that is a number', '1.2.826.0.1.1796587.1.1.1.1', sequence(integer(1))],
    ['a UID of six octets', '1.2.826.0.1.1796587.1.1.1.4', sequence(integer(1, 2, 3, 4, 5, 6))],
    ['capabilities that are a text', '1.2.826.0.1.1796587.1.1.1.6', utf8('TCB')],
  ])('is refused with %s', (_, kind, value) => {
    const outcome = attempt(() => constraintsOf({ [kind]: value }))
    expect(outcome.kind === 'refused' ? outcome.code : outcome.kind).toBe('wire/der')
  })
})
