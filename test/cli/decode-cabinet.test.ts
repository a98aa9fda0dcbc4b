import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCabinet } from '../../src/cli/decode/decode-cabinet.ts'
import { writeInstallCab } from '../../src/reference/cab/install-cab-writer.ts'
import { acme, issuer } from '../../src/test-authority/authority.ts'
import { demo, patch, smallCabinet, withoutChecksums } from '../wire/cab/cab-samples.ts'
import { mutationsOf } from '../wire/mutations.ts'

const page = { columns: 100, paint: (_: string, text: string) => text }
const signed = writeInstallCab({ ...demo, signing: { path: [acme, issuer], key: 'signer' } })

test('a cabinet that is no installer shows its files and is not taken', () => {
  const { lines, sound } = decodeCabinet(smallCabinet, page)
  expect(sound).toBe(false)
  expect(lines).toContain('     1      0   70000  2006-03-01T09:00:00  prose.txt')
  expect(lines.at(-1)).toMatch(/^Refused: .* \[cab\/not-an-installer\]$/)
})

test('a signature that cannot be read is told, and the cabinet is not taken', () => {
  const { lines, sound } = decodeCabinet(patch(signed, 47, 1), page)
  expect(sound).toBe(false)
  expect(lines.filter((line) => line.includes('cannot be read'))).toHaveLength(1)
})

test('a limit that is reached is named', () => {
  const { lines, sound } = decodeCabinet(patch(signed, 0x1a, 1, 4), page)
  expect({ sound, last: lines.at(-1) }).toEqual({
    sound: false,
    last: 'Refused: Unexpected count of 1025, expected at most 1024 (foldersMax) (at octet 26) [cab/too-many]',
  })
})

test('what is odd is told at the end', () => {
  const { lines, sound } = decodeCabinet(withoutChecksums(writeInstallCab(demo)), page)
  expect(sound).toBe(true)
  expect(lines.slice(-3)[0]).toBe('Notes: 1 place')
})

test('whatever a file is, it is told in lines without control characters', () => {
  fc.assert(
    fc.property(mutationsOf([signed, withoutChecksums(signed)]), (octets) => {
      const { lines } = decodeCabinet(octets, page)
      expect(lines.filter((line) => /\p{Cc}/u.test(line))).toEqual([])
    }),
    { numRuns: 200 },
  )
})
