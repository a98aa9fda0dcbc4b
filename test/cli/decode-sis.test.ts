import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeSis } from '../../src/cli/decode/decode-sis.ts'
import { detectFormat } from '../../src/cli/decode/detect-format.ts'
import { buildLegacySis } from '../../src/reference/sis/legacy-sis-writer.ts'
import { sisxSignings } from '../../src/test-authority/sisx-signing.ts'
import { buildSisx } from '../../src/reference/sis/sisx-writer.ts'
import { acme, acmeBy } from '../../src/test-authority/authority.ts'
import { sequence, utf8 } from '../../src/test-authority/der-writer.ts'
import { mutationsOf } from '../wire/mutations.ts'
import { octetsOf } from '../wire/octets-of.ts'
import {
  demo,
  demoSis,
  demoSisx,
  legacyDemo,
  openSis,
  openSisx,
  words,
} from '../wire/sis/samples.ts'

const page = { columns: 100, paint: (_: string, text: string) => text }

/** What is told after all the octets. */
function factsOf(octets: Uint8Array): readonly string[] {
  const { lines } = decodeSis(octets, page)
  return lines.slice(lines.findLastIndex((line) => line.startsWith('UID ')))
}

const stub = octetsOf('0d000000 0c000000 0e000000 04000000 00000000')

describe('a Symbian package', () => {
  test.each([
    ['SISX', demoSisx],
    ['legacy', demoSis],
    ['a stub', stub],
  ])('is told by its content: %s', (_, octets) => {
    expect(detectFormat(octets)).toBe('sis')
  })

  test('says which programs of it run by themselves, and when', () => {
    const octets = words('program')
    const files = [
      { target: 'c:\\a.exe', octets, does: 'run', details: 0x202 },
      { target: 'c:\\b.exe', octets, does: 'run', details: 0x101 },
      { target: 'c:\\c.exe', octets, does: 'run', details: 7 },
    ] as const
    const lines = factsOf(buildLegacySis({ ...legacyDemo, files }))
    const at = lines.indexOf('Files: 3')
    expect(lines.slice(at + 2, at + 5).map((line) => line.replaceAll(/ {2,}/g, '  '))).toEqual([
      '  392  7  15  run at installation and removal, waited for  0x10008565  c:\\a.exe',
      '  377  7  15  run at removal, closed in the end  0x10008565  c:\\b.exe',
      '  362  7  15  run  0x10008565  c:\\c.exe',
    ])
  })

  test('that is signed says by whom, and under which limits', () => {
    const extensions = {
      '1.2.826.0.1.1796587.1.1.1.1': sequence(utf8('356938035643809'), utf8('356938035643810')),
    }
    const chain = [{ ...acmeBy('manufacturer'), extensions }]
    const signings = [sisxSignings['self-signed'], { key: 'signer', chain } as const]
    expect(factsOf(buildSisx({ ...demo, signings }))).toEqual([
      'UID         0xA0000001, not protected, for self-signed applications',
      'Name        Demo',
      '            Démo',
      'Vendor      Acme',
      'Version     1.2.345, made 2008-02-29T23:59:58',
      'Type        application, closes applications',
      'Languages   1, 2',
      'Products    0x101F7961 from 0.0.0 S60 3rd',
      '            0x1028315F from 1.0.0 to 2.-1.-1 Product',
      'Needs       0x10281F23 from 1.5.0 Runtime',
      '',
      'Files: 4',
      'octet  length  packed  use      of package  capabilities                         target',
      ' 1736      43      25  install  0xA0000001  TCB NetworkServices UserEnvironment  !:\\sys\\bin\\Demo.exe',
      ' 1788       5       5  text     0xA0000001                                       (shown only)',
      '            0          later    0xA0000001                                       !:\\private\\a0000001\\state',
      ' 1836       4      12  install  0xA0000002                                       c:\\data\\part.txt',
      '',
      'Signatures: 2 chains',
      '  of 0xA0000001, good: RSA with SHA-1, 128 octets, over 1412 octets',
      '    O=Acme, CN=Acme code signing',
      '      issued by O=Acme, CN=Acme code signing',
      '      valid 2004-01-01 to 2044-01-01, RSA of 1024 bits, sha1WithRSAEncryption',
      '    self-signed',
      '  of 0xA0000001, good: RSA with SHA-1, 128 octets, over 2128 octets',
      '    O=Acme, CN=Acme code signing',
      '      issued by O=Test authority (proves nothing), CN=Root of the manufacturer domain',
      '      valid 2004-01-01 to 2044-01-01, RSA of 1024 bits, sha1WithRSAEncryption',
      '      only on 2 phones',
      '    trusted where the phone has its root',
      '',
      'Notes: none; every file unpacked',
    ])
  })

  test('of the legacy format says what it is', () => {
    expect(factsOf(demoSis)).toEqual([
      'UID         0x10008565',
      'Name        Demo',
      '            Demo',
      'Version     1.1.2',
      'Type        application, compressed',
      'Release     er6, installer 200',
      'Languages   1, 2',
      'Drive       the user chooses',
      'Needs       0x101F7960 from 0.0.0 S60 2nd',
      'Room        35 octets',
      'Signed      no',
      '',
      'Files: 3',
      'octet  length  packed  use      of package  capabilities  target',
      '  482       5      13  text     0x10008565                (shown only)',
      '  456      30      26  install  0x10008565                !:\\system\\apps\\Demo\\Demo.app (application/x-demo)',
      '            0          later    0x10008565                !:\\system\\apps\\Demo\\state',
      '',
      'Notes: none; every file unpacked',
    ])
  })

  test.each([
    ['is whole', demoSisx, true],
    ['is whole and legacy', demoSis, true],
    ['is signed', buildSisx({ ...demo, signings: [sisxSignings.stranger] }), true],
    [
      'is signed by another key',
      buildSisx({ ...demo, signings: [{ ...sisxSignings.stranger, key: 'other' }] }),
      false,
    ],
    [
      'holds another file than it says',
      buildSisx({
        ...demo,
        files: [{ target: 'c:\\a', octets: words('a'), hash: new Uint8Array(20) }],
      }),
      false,
    ],
    ['has a wrong checksum', demoSisx.with(32, 0), true],
    ['is a stub', stub, false],
    ['is cut off', demoSisx.subarray(0, 100), false],
  ] as const)('that %s is taken: %j', (_, octets, sound) => {
    expect(decodeSis(octets, page).sound).toBe(sound)
  })

  test('of very many files tells the first thousand', () => {
    const target = (index: number) => ({ target: `c:\\${index}`, octets: new Uint8Array() })
    const files = Array.from({ length: 1007 }, (_, index) => ({ ...target(index), stored: true }))
    const told = [
      buildSisx({ ...demo, files, embedded: [] }),
      buildLegacySis({ ...legacyDemo, files, stored: true }),
    ].map((octets) => decodeSis(octets, page).lines.filter((line) => line.startsWith('…')))
    expect(told).toEqual([
      ['… 4068 lines more', '… 12197 lines more', '… 7 more'],
      ['… 5996 lines more', '… 7 more'],
    ])
  })

  test('whatever its octets are is told in lines without control characters', () => {
    const signed = buildSisx({ ...demo, signings: [{ key: 'signer', chain: [acme] }] })
    fc.assert(
      fc.property(mutationsOf([openSis, openSisx, signed]), (octets) => {
        const { lines } = decodeSis(octets, page)
        expect(lines.filter((line) => /\p{Cc}/u.test(line))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
