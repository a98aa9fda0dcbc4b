/** Lanes in threads of their own, with real cases. */
import { expect, test } from 'vitest'
import { hireLane } from '../../../src/cli/self-test/hire-lane.ts'
import { openLane } from '../../../src/cli/self-test/lane.ts'
import { HarnessFault } from '../../../src/errors.ts'

const wish = { profile: 'nokia-6600', seed: 1 }

test('a hired lane gives what one in this thread gives', async () => {
  const hired = hireLane(wish)
  try {
    const own = await openLane(wish)
    expect(await hired.watch([0, 7])).toEqual(await own.watch([0, 7]))
    const spoilt = await hired.spoil('client-missing', [7, 0])
    expect(spoilt).toEqual(await own.spoil('client-missing', [7, 0]))
    expect(spoilt.map(({ failed }) => failed.length)).toEqual([1, 0])
  } finally {
    await hired.close()
  }
}, 60_000)

test('whoever asks a thread that has ended is told why', async () => {
  const lane = hireLane({ ...wish, profile: 'nokia-6060' })
  const told = expect.objectContaining({
    name: HarnessFault.name,
    code: 'self-test/lane',
    message: 'a thread of the self-test ended: no profile matches "nokia-6060"',
  })
  await expect(lane.watch([0])).rejects.toThrow(told)
  await expect(lane.spoil('client-missing', [0])).rejects.toThrow(told)
  await lane.close()
}, 60_000)

test('a lane that is closed answers nobody any more', async () => {
  const lane = hireLane(wish)
  const asked = lane.watch([0])
  await lane.close()
  await expect(asked).rejects.toThrow(/^a thread of the self-test ended: exit code [01]$/)
})
