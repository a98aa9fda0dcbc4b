/** How phones of each platform decide: base behaviours by platform and by the name of the personality that a profile gives. */
import { HarnessFault } from '../errors.ts'
import type { Profile } from '../profile/profile.ts'
import type { Behaviour } from './behaviour.ts'
import { personalities } from './personality.ts'
import { s602nd, s603rd, uiq2, uiq3 } from './platforms/symbian.ts'
import { pocketPc, pocketPc2003, smartphone } from './platforms/windows-mobile.ts'

export const platforms: Readonly<Record<Profile['platform'], ReadonlyMap<string, Behaviour>>> = {
  midp: personalities,
  symbian: new Map([
    ['s60-2nd', s602nd],
    ['s60-3rd', s603rd],
    ['uiq-2', uiq2],
    ['uiq-3', uiq3],
  ]),
  'windows-mobile': new Map([
    ['pocket-pc-2003', pocketPc2003],
    ['pocket-pc', pocketPc],
    ['smartphone', smartphone],
  ]),
}

export function behaviourOf({ platform, personality }: Profile): Behaviour {
  const behaviour = platforms[platform].get(personality)
  if (behaviour !== undefined) return behaviour
  throw new HarnessFault(
    'handset/personality',
    `there is no personality ${personality} of ${platform}`,
  )
}
