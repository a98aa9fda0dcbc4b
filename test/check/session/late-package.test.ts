import { describe, expect, it } from 'vitest'
import available from '../../../src/check/checks/package/available.ts'
import check from '../../../src/check/checks/session/late-package.ts'
import {
  caseFacts,
  demoJar,
  descriptorFetched,
  descriptorText,
  findings,
  packageFetched,
  told,
  traceOf,
  type ExchangeSketch,
} from '../trace-builder.ts'

const day = 86_400_000
const fetchedAfter = (days: number, sketch: ExchangeSketch = {}, body = demoJar()) => [
  descriptorFetched(undefined, { startedAt: 0, at: 1000 }),
  packageFetched(body, { startedAt: days * day + 2000, at: days * day + 3000, ...sketch }),
]
const size = demoJar().length
const inTime = [
  descriptorFetched(undefined, { startedAt: 0, at: 100 }),
  packageFetched(undefined, { startedAt: 200, at: 300 }),
]

describe('a package that is asked for days after its descriptor', () => {
  it('is that of the descriptor', () => {
    expect(told(check, fetchedAfter(14))).toEqual([`pass: ${size} octets, as the descriptor says`])
  })

  it.each([404, 410])('may be gone with %i, which is not held against the URL', (status) => {
    expect(told(check, fetchedAfter(14, { status }))).toEqual([
      `pass: status ${status}: the package is gone`,
    ])
    expect(told(available, fetchedAfter(14, { status }))).toEqual([
      'not-applicable: no package was asked for',
    ])
  })

  it.each([403, 500])('is not refused with %i', (status) => {
    expect(told(check, [...inTime, ...fetchedAfter(14, { status })])).toEqual([
      `fail: Unexpected status ${status} days later, expected the package, 404 or 410.`,
    ])
  })

  it('says nothing where none was given in time', () => {
    expect(told(check, fetchedAfter(14, { status: 403 }))).toEqual([
      'inconclusive: blocked by package/available: status 403',
    ])
  })

  it('is not another build', () => {
    const another = fetchedAfter(14, {}, Uint8Array.of(1, 2, 3))
    expect(told(check, [...inTime, ...another])).toEqual([
      `fail: Unexpected a package of 3 octets days later, expected the ${size} octets of its descriptor, 404 or 410.`,
    ])
  })

  it('is not called another where no size was right in time', () => {
    const stale = descriptorText({ 'MIDlet-Jar-Size': '3' })
    const facts = [
      descriptorFetched(stale, { startedAt: 0, at: 100 }),
      packageFetched(undefined, { startedAt: 200, at: 300 }),
      descriptorFetched(stale, { startedAt: 400, at: 500 }),
      packageFetched(undefined, { startedAt: 14 * day, at: 14 * day + 100 }),
    ]
    expect(told(check, facts)).toEqual([
      'inconclusive: blocked by package/length-equals-jar-size: none in time had the size of its descriptor',
    ])
  })

  it('is late after two days, and only where the clock of the target moves', () => {
    expect(told(check, fetchedAfter(1.99))).toEqual([
      'not-applicable: no package was asked for days after its descriptor',
    ])
    const target = { ...caseFacts().target, clock: false }
    const [finding] = findings(check, traceOf(fetchedAfter(14, { status: 500 }), { target }))
    expect(finding?.reason).toBe(
      'needs target clock: to this server it was not late (verbs.clock of the target file)',
    )
  })
})
