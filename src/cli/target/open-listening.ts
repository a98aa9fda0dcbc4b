/** The network of a target file, with one phone on it that takes whatever comes. */
import { WallClock } from '../../adapters/clock-wall.ts'
import { OtaError } from '../../errors.ts'
import { wishDoors } from '../../network/doors.ts'
import type { Arrived } from '../../network/ear.ts'
import { openRelay } from '../../network/relay.ts'
import { createRouter } from '../../network/router.ts'
import type { Listening } from '../../target/examination.ts'
import type { Target } from '../../target/target.ts'

export interface OpenListening {
  readonly listening: Listening | OtaError
  close(): Promise<void>
}

/** @returns none where the file names no network */
export async function openListening(
  { network }: Target,
  msisdn = '',
): Promise<OpenListening | undefined> {
  if (network === undefined) return undefined
  const { ports, account, arrivalMs } = network
  const clock = new WallClock()
  const parts = { clock, startsAtMs: Date.now() }
  const accepted: string[] = []
  const router = createRouter({
    ...parts,
    log({ what, teller, peer = 'somebody' }) {
      if (what === 'message.accepted') accepted.push(`a message over ${teller} by ${peer}`)
    },
  })
  router.attach(msisdn, { take: () => 'taken' })
  try {
    const relay = await openRelay(
      { ...parts, accounts: [account], datagramsFor: msisdn },
      await wishDoors(ports),
    )
    const doors = relay.join({ router, clock })
    const places = relay.doors.map(({ bearer, address }) => `${bearer} ${address}`)
    return {
      listening: {
        places,
        expect(number) {
          accepted.splice(0)
          const expectation = doors.expect(number)
          return async () => tellArrival(await expectation.arrived(arrivalMs), accepted)
        },
      },
      async close() {
        doors.leave()
        await relay.close()
        clock.close()
      },
    }
  } catch (error) {
    clock.close()
    if (error instanceof OtaError) return { listening: error, close: async () => {} }
    throw error
  }
}

function tellArrival(arrived: Arrived, accepted: readonly string[]) {
  if (arrived.kind === 'whole') return { came: true, detail: `${accepted.join(', ')} came` }
  const what = arrived.kind === 'part' ? 'only a part of a message came' : 'no message came'
  const { refusals } = arrived
  const detail = refusals.length === 0 ? what : `${what}; refused: ${refusals.join('; ')}`
  return { came: false, detail }
}
