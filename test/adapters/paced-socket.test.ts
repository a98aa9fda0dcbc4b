import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { WallClock } from '../../src/adapters/clock-wall.ts'
import { createInFlight } from '../../src/handset/in-flight.ts'
import type { HttpOutcome, Pace } from '../../src/handset/ports.ts'
import { createSlowPace } from '../../src/handset/slow-pace.ts'
import { contract, silentMs } from './contract.table.ts'
import { answering, arms, brief, get, onRequest } from './octet-server.ts'
import type { Arm, OpenArm, Script } from './octet-server.ts'

const opened: Arm[] = []

afterAll(() => clock.close())

afterEach(async () => {
  await Promise.all(opened.splice(0).map((arm) => arm.close()))
})

async function openArm(open: OpenArm, ...args: Parameters<OpenArm>): Promise<Arm> {
  const arm = await open(...args)
  opened.push(arm)
  return arm
}

/** Takes so many octets, each piece at once or after a turn of the event loop, and then no more. */
function taking(bytesMax = Infinity, wait: () => Promise<unknown> = () => Promise.resolve()) {
  const stated: (number | undefined)[] = []
  let taken = 0
  const pace: Pace = {
    begin: (bytes) => void stated.push(bytes),
    async take(bytes) {
      await wait()
      if (taken + bytes > bytesMax) return false
      taken += bytes
      return true
    },
  }
  return { pace, stated, taken: () => taken }
}

const clock = new WallClock()

function onTheWall(bytesPerSecond: number): Pace {
  const inFlight = createInFlight()
  return createSlowPace(bytesPerSecond, { clock, inFlight, onBegin: () => {} })
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Answers with zeros, and counts those that it got rid of. */
function pouring(length: number): { readonly script: Script; readonly gone: () => number } {
  let gone = 0
  const piece = new Uint8Array(4096)
  const script: Script = (connection) =>
    onRequest(connection, () => {
      connection.write(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n`)
      const more = (error?: Error | null): void => {
        if (error instanceof Error || connection.destroyed || gone >= length) return
        connection.write(piece.subarray(0, length - gone), (failed) => {
          if (!(failed instanceof Error)) gone += Math.min(piece.length, length - gone)
          more(failed)
        })
      }
      more()
    })
  return { script, gone: () => gone }
}

describe.each(arms)('a phone that takes its time %s', (_name, open) => {
  test.each(contract)(
    'hears what others hear when a target $target',
    async ({ script, outcome }) => {
      const arm = await openArm(open, script, { idleMsMax: silentMs })
      const { pace } = taking(Infinity, turn)
      expect(brief(await arm.http.exchange(get(arm.host, { pace })))).toEqual(outcome)
    },
  )

  test('keeps the target waiting with what does not fit between them', async () => {
    const { script, gone } = pouring(12_000_000)
    const arm = await openArm(open, script)
    const { pace, stated, taken } = taking(200_000)
    const outcome = await arm.http.exchange(get(arm.host, { pace }))
    expect(outcome).toMatchObject({
      kind: 'failure',
      failure: { cause: 'no-coverage' },
      response: { status: 200 },
    })
    expect(stated).toEqual([12_000_000])
    expect(taken()).toBeGreaterThan(190_000)
    expect(taken()).toBeLessThanOrEqual(200_000)
    expect(outcome.response?.body.length).toBeLessThanOrEqual(taken())
    expect(gone() - taken()).toBeLessThanOrEqual(aheadOf(outcome))
  })

  test('is not taken for a silent target while it takes nothing', async () => {
    const arm = await openArm(
      open,
      answering('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'),
      {
        idleMsMax: 20,
      },
    )
    // 43 octets at a thousand a second, each piece after all of its time.
    const outcome = await arm.http.exchange(get(arm.host, { pace: onTheWall(1000) }))
    expect(brief(outcome)).toEqual({ status: 200, body: 'hello' })
  })

  test('has its own bound for the whole of an exchange', async () => {
    const { script } = pouring(1_000_000)
    const arm = await openArm(open, script, { totalMsMax: 20, pacedMsMax: 60 })
    expect(await arm.http.exchange(get(arm.host, { pace: onTheWall(100_000) }))).toMatchObject({
      failure: { cause: 'timeout', detail: 'not over after pacedMsMax, 60 ms' },
    })
  })

  test('keeps a connection for the next slow exchange, and none for others', async () => {
    const arm = await openArm(open, answering('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
    for (let exchange = 0; exchange < 2; exchange += 1) {
      await arm.http.exchange(get(arm.host, { pace: taking().pace }))
    }
    expect(arm.connections()).toBe(1)
    expect(await arm.http.exchange(get(arm.host))).not.toHaveProperty('aheadBytesMax')
    expect(arm.connections()).toBe(2)
  })
})

function aheadOf({ aheadBytesMax = 0 }: HttpOutcome): number {
  return aheadBytesMax
}
