import type { Behaviour } from './behaviour.ts'
import { strict } from './personalities/strict.ts'

/** Base behaviours by the name a profile gives. */
export const personalities: ReadonlyMap<string, Behaviour> = new Map([['strict', strict]])
