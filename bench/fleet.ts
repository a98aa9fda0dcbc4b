import { VirtualClock } from '../src/adapters/clock-virtual.ts'
import { createMemoryStorage } from '../src/adapters/storage-memory.ts'
import type { Behaviour } from '../src/handset/behaviour.ts'
import { createHandset } from '../src/handset/handset.ts'
import type { Handset } from '../src/handset/handset.ts'
import { createInFlight } from '../src/handset/in-flight.ts'
import { strict } from '../src/handset/personalities/strict.ts'
import type { Http } from '../src/handset/ports.ts'
import { createRecorder } from '../src/handset/recorder.ts'
import { loadPhones } from '../src/handset/phone-catalogue.ts'
import { createVirtualDrive } from '../src/run/drive.ts'
import type { Trace } from '../src/trace/trace.ts'

/** Many handsets on one clock, each with a trace of its own. */
export async function raiseFleet(
  count: number,
  parts: { readonly http: Http; readonly behaviour?: Behaviour },
) {
  const { profiles } = await loadPhones()
  const profile = profiles.find(({ id }) => id === 'midp2-plain')
  if (profile === undefined) throw new TypeError('no profile')
  const clock = new VirtualClock()
  const inFlight = createInFlight()
  const members: { readonly handset: Handset; readonly trace: Trace }[] = []
  for (let index = 0; index < count; index += 1) {
    const recorder = createRecorder(() => clock.now())
    const handset = createHandset({
      profile,
      behaviour: parts.behaviour ?? strict,
      http: parts.http,
      clock,
      storage: createMemoryStorage(profile.limits.storageBytes),
      recorder,
      inFlight,
      isAllowed: () => true,
      onFault: (cause) => {
        throw cause
      },
    })
    handset.powerOn()
    members.push({ handset, trace: recorder.trace })
  }
  return { members, clock, drive: createVirtualDrive(clock, inFlight) }
}
