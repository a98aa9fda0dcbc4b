/** Where a target elsewhere finds the UAProf documents of the phones of a run. */
import { openProfileDoor } from '../network/profile-door.ts'
import type { ProfileDoor } from '../network/profile-door.ts'
import { createProfileHost } from '../network/profile-host.ts'
import { announcementOf } from '../target/uaprof.ts'
import type { Target } from '../target/target.ts'
import type { UaprofPlace } from './case-uaprof.ts'
import type { Case } from './plan.ts'

export interface TargetUaprofs {
  /** Of one case; it is left when the case is over. */
  enter(): { readonly place: UaprofPlace | undefined; leave(): void }
  close(): Promise<void>
}

/** Open for all cases of a run; on no port where no phone of it announces a document. @throws UsageError `network/cannot-listen` */
export async function openTargetUaprofs(
  target: Pick<Target, 'uaprof' | 'hosts'>,
  cases: readonly Pick<Case, 'profile'>[],
): Promise<TargetUaprofs> {
  const announcement = announcementOf(target)
  const port = target.uaprof?.port
  const announces = cases.some(({ profile }) => profile.uaprofHeader !== undefined)
  const isOpen =
    announces && (announcement === 'served' || (announcement === 'original' && port !== undefined))
  const door = isOpen ? await openProfileDoor(port) : undefined
  return {
    enter: () => (door === undefined ? closed(announcement) : enter(door, announcement)),
    close: async () => door?.close(),
  }
}

function closed(announcement: ReturnType<typeof announcementOf>) {
  const place = announcement === 'withheld' ? { addressOf: () => undefined } : undefined
  return { place, leave: () => {} }
}

function enter(door: ProfileDoor, announcement: ReturnType<typeof announcementOf>) {
  const host = createProfileHost()
  const addressOf = (url: string) => (announcement === 'served' ? door.addressOf(url) : url)
  return { place: { host, addressOf }, leave: door.join(host) }
}
