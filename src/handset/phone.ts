import type { Profile } from '../profile/profile.ts'
import type { TraceFact } from '../trace/events.ts'
import type { Behaviour } from './behaviour.ts'
import type { Clients } from './contact.ts'
import type { Storage } from './flash.ts'
import type { Radio } from './radio.ts'
import type { Renderer } from './rendering.ts'
import type { Trust } from './trust.ts'

/** One handset as its machines see it: they get it as input, so that one set of machines serves every handset. */
export interface Phone {
  readonly profile: Profile
  /** Changes when the handset puts a quirk on. */
  readonly behaviour: Behaviour
  readonly storage: Storage
  readonly trust: Trust
  readonly radio: Radio
  readonly clients: Clients
  /** Shows pages with what their scripts make of them; none: pages are shown without. */
  readonly renderer?: Renderer | undefined
  /** For the trace, in the name of a machine. */
  readonly tell: (actor: string, fact: TraceFact) => void
}
