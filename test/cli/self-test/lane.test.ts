/** What the self-test leaves out is played here: a fault that shows in no question changes nothing. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openLane } from '../../../src/cli/self-test/lane.ts'
import type { LocalLane } from '../../../src/cli/self-test/lane.ts'
import { run } from '../../../src/index.ts'
import { casesOf, selfTest } from '../../../src/run/self-test.ts'
import type { WatchedCase } from '../../../src/run/self-test.ts'

/** One that reports, and two that do not. */
const phones = '{midp2-plain,nokia-n95,htc-wizard}'

let lane: LocalLane
let watched: readonly WatchedCase[]

beforeAll(async () => {
  lane = await openLane({ profile: phones, seed: 1 })
  watched = await lane.watch(lane.cases.map((_, place) => place))
}, 120_000)

describe('a fault that does not show in a case', () => {
  it('leaves it octet for octet as it is without, whichever is drawn', async () => {
    const fault = fc.nat(lane.faults.length - 1)
    await fc.assert(
      fc.asyncProperty(fault, fc.nat(), async (index, lot) => {
        const drawn = lane.faults[index]
        const unseen = watched.flatMap(({ shows }, place) =>
          drawn === undefined || shows.has(drawn.id) ? [] : [place],
        )
        const place = unseen[lot % unseen.length] ?? 0
        const [played] = await lane.spoil(drawn?.id ?? '', [place])
        const { id, verdict, traceHash } = watched[place]?.report ?? {}
        expect({ ...played, id }).toEqual({ id, verdict, traceHash, failed: [] })
      }),
      { numRuns: 200 },
    )
  }, 120_000)

  it('is left out of the matrix without a difference', async () => {
    const { faults, checks, cases } = lane
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...faults), async (fault) => {
        const known = { ...lane, watch: async () => watched }
        const input = { faults: [fault], checks, cases: cases.length, lanes: [known] }
        const everywhere = cases.map((_, place) => place)
        expect(await selfTest(input)).toEqual(
          await selfTest({ ...input, choose: () => everywhere }),
        )
      }),
      { numRuns: 1 },
    )
  }, 120_000)
})

describe('a watched server', () => {
  it('does nothing wrong', async () => {
    const { report } = await run({ profile: 'nokia-n95', discovery: 'without-scripts' })
    const ofPhone = watched.filter((one) => one.report.profile === 'nokia-n95')
    expect(ofPhone.map((one) => one.report)).toEqual(report.cases)
  }, 120_000)

  it('is asked by every fault somewhere', () => {
    const idle = lane.faults.filter((fault) => casesOf(fault, watched).length === 0)
    expect(idle.map(({ id }) => id)).toEqual([])
  })
})
