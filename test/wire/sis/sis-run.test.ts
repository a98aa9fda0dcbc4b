import { describe, expect, it } from 'vitest'
import { buildLegacySis } from '../../../src/reference/sis/legacy-sis-writer.ts'
import { buildSisx } from '../../../src/reference/sis/sisx-writer.ts'
import { legacyRun, sisxRun } from '../../../src/wire/sis/sis-run.ts'
import { readSis } from '../../../src/wire/sis/sis.ts'
import { demo, legacyDemo } from './samples.ts'

const plain = { waits: false, closes: false }

describe('a program of a package', () => {
  it.each([
    ['at installation', 0, { at: 'installation', ...plain }],
    ['at removal', 1, { at: 'removal', ...plain }],
    ['at both', 2, { at: 'both', ...plain }],
    ['and is waited for', 0x200, { at: 'installation', waits: true, closes: false }],
    ['and is closed in the end', 0x102, { at: 'both', waits: false, closes: true }],
    ['at a time that no document names', 3, undefined],
  ] as const)('before Symbian OS 9 runs %s', (_, details, run) => {
    expect(legacyRun(details)).toEqual(run)
  })

  it.each([
    ['never by itself', 0, undefined],
    ['at installation', 2, { at: 'installation', ...plain }],
    ['at removal', 4, { at: 'removal', ...plain }],
    ['at both, and is waited for', 0x16, { at: 'both', waits: true, closes: false }],
    ['at removal, and is closed in the end', 0x24, { at: 'removal', waits: false, closes: true }],
  ] as const)('of Symbian OS 9 runs %s', (_, options, run) => {
    expect(sisxRun(options)).toEqual(run)
  })

  it('is told from files that only lie there, in packages of both kinds', () => {
    const octets = new Uint8Array(4)
    const target = '!:\\a.exe'
    const legacy = buildLegacySis({
      ...legacyDemo,
      files: [
        { target, octets, does: 'run', details: 0x201 },
        { target: '!:\\a.txt', octets, does: 'open', mediaType: 'text/plain' },
        { target: '!:\\b.exe', octets },
      ],
    })
    const sisx = buildSisx({
      ...demo,
      embedded: [],
      files: [
        { target, octets, does: 'run', options: 6 },
        { target: '!:\\b.exe', octets },
      ],
    })
    expect([legacy, sisx].map((one) => readSis(one).files.map(({ runs }) => runs))).toEqual([
      [{ at: 'removal', waits: true, closes: false }, { at: 'installation', ...plain }, undefined],
      [{ at: 'both', ...plain }, undefined],
    ])
  })
})
