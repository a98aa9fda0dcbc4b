import { describe, expect, it } from 'vitest'
import fitsGateways from '../../../src/check/checks/native/fits-gateways.ts'
import { incompressible, packClient, specsOf } from '../../../src/reference/native/packages.ts'
import { fetched, judged, part } from './package-fetch.ts'

const { 'pocket-pc': cab, ...others } = specsOf({ major: 1, minor: 0, build: 0 })

/** A cabinet with so much beside the client; what it holds is stored as it is. */
function packageWith(bytes: number): Uint8Array {
  const files = [{ name: 'manual.bin', octets: incompressible(bytes) }]
  return packClient('pocket-pc', { ...others, 'pocket-pc': { ...cab, files } })
}

/** All that a cabinet holds beside that file. */
const around = packageWith(1000).length - 1000

/** Cabinets say the sum of each block of 32 KB. */
const sumsOf = (bytes: number) => 8 * (Math.ceil(bytes / 32_768) - 1)

function packageOf(bytes: number): Uint8Array {
  const found = packageWith(bytes - around - sumsOf(bytes - around))
  expect(found.length).toBe(bytes)
  return found
}

describe('the size of a native package', () => {
  it.each([
    [30_720, 'pass: 30720 octets'],
    [30_721, 'pass: 30721 octets, more than the 30720 that the smallest gateways hand on'],
    [307_200, 'pass: 307200 octets, more than the 30720 that the smallest gateways hand on'],
    [
      307_201,
      'fail: Unexpected package of 307201 octets, expected at most 307200 behind a WAP gateway.',
    ],
  ])('of %i octets is told and held against what gateways hand on', (bytes, told) => {
    expect(judged(fitsGateways, [fetched({ body: packageOf(bytes) })])).toEqual([told])
  })

  it('is that of the whole where it came in two parts', () => {
    const whole = packageOf(40_000)
    const parts = [
      fetched({
        body: whole.slice(0, 20_000),
        failure: { cause: 'no-coverage', detail: 'coverage was lost' },
      }),
      fetched({
        status: 206,
        body: whole.slice(20_000),
        headers: [['Content-Range', 'bytes 20000-39999/40000']],
        requestHeaders: part('20000-'),
      }),
    ]
    expect(judged(fitsGateways, parts)).toEqual([
      'pass: 40000 octets, more than the 30720 that the smallest gateways hand on',
    ])
  })

  it('is not told where no package came', () => {
    expect(judged(fitsGateways, [fetched({ status: 404, body: '' })])).toEqual([
      'not-applicable: no native package was sent',
    ])
  })
})
