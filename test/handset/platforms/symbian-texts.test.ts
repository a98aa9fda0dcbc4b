/** Texts that packages before Symbian OS 9 show, and what it means to say no to them (SIS File Format 1.19, File Records). */
import { expect, it } from 'vitest'
import { specsOf } from '../../../src/reference/native/packages.ts'
import { buildLegacySis } from '../../../src/reference/sis/legacy-sis-writer.ts'
import { phone, playNative } from './native-case.ts'

const { sis } = specsOf({ major: 1, minor: 2, build: 0 })
const asked = 'install? untrusted? details? place? text!'

it.each([
  ['only informs', 0, `${asked} installed`],
  ['skips a file', 1, `${asked} installed`],
  ['ends the installation', 2, `${asked} user-cancelled`],
  ['undoes the installation', 3, `${asked} user-cancelled`],
  ['is of a kind that no document names', 9, `${asked} installed`],
])('a refusal of a text that %s', (_, details, told) => {
  const files = [{ target: '', octets: new Uint8Array(10), does: 'text', details } as const]
  const octets = buildLegacySis({ ...sis, files })
  expect(playNative({ profile: phone('nokia-6600'), octets, refused: ['text'] })).toBe(told)
})
