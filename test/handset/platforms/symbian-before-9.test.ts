import { describe, expect, it } from 'vitest'
import { specsOf } from '../../../src/reference/native/packages.ts'
import { buildLegacySis } from '../../../src/reference/sis/legacy-sis-writer.ts'
import type { LegacySisSpec } from '../../../src/reference/sis/legacy-sis-writer.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import { phone, playNative, suiteOf } from './native-case.ts'

const s602nd = phone('nokia-6600')
const uiq2 = phone('sonyericsson-p900')

const { sis, sisx } = specsOf({ major: 1, minor: 2, build: 0 })
const older = (change: Partial<LegacySisSpec> = {}) => buildLegacySis({ ...sis, ...change })
const file = { target: 'C:\\a.txt', octets: new Uint8Array(1000) }

const oldClient = (version: string) =>
  suiteOf({ vendor: '', name: 'Acme Client', version, uid: '0x10005D1A' })

const asked = 'install? untrusted? details?'

describe('Symbian OS before 9', () => {
  it.each([
    ['installs what it was built for', s602nd, older(), {}, `${asked} place? installed`],
    ['does so on UIQ', uiq2, older(), {}, `${asked} place? installed`],
    ['finds packages of later releases corrupted', s602nd, buildSisx(sisx), {}, 'corrupt'],
    [
      'asks about a package for another phone',
      s602nd,
      older({ requisites: [{ uid: 0x101f617b }] }),
      {},
      `${asked} incompatible? place? installed`,
    ],
    [
      'asks nothing about a package that requires nothing',
      s602nd,
      older({ requisites: [] }),
      {},
      `${asked} place? installed`,
    ],
    [
      'replaces an older version without a question',
      s602nd,
      older(),
      { installed: [oldClient('1.1.0')] },
      `${asked} place? installed`,
    ],
    [
      'wants a newer version removed by hand',
      s602nd,
      older(),
      { installed: [oldClient('1.3.0')] },
      `${asked} newer-installed`,
    ],
    ['wants the base of a patch', s602nd, older({ type: 'patch' }), {}, `${asked} missing-base`],
    [
      'goes on behind a text that only informs',
      s602nd,
      older({ files: [{ ...file, does: 'text', details: 0 }] }),
      { refused: ['text'] },
      `${asked} place? text! installed`,
    ],
    [
      'ends at a text that the user does not accept',
      s602nd,
      older({ files: [{ ...file, does: 'text', details: 2 }] }),
      { refused: ['text'] },
      `${asked} place? text! user-cancelled`,
    ],
    ['knows no capabilities', s602nd, older(), { freeBytes: 13_000 }, `${asked} place? installed`],
  ] as const)('%s', (...row) => {
    const [, profile, octets, more, told] = row
    expect(playNative({ profile, octets, ...more })).toBe(told)
  })
})
