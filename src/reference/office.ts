/** The desk of a reference with its counters. After a reset both are new, and whoever is still being served is served by the old ones. */
import { openCounters } from './counters.ts'
import { openDesk } from './desk.ts'
import type { Desk, DeskParts } from './desk.ts'
import type { Counter } from './serve.ts'

export interface Office {
  readonly desk: Desk
  readonly counters: readonly Counter[]
}

/** @returns what gives the office as it is by now */
export function openOffice(parts: Omit<DeskParts, 'reset'>): () => Office {
  const open = (resets: number): Office => {
    const { ticketSecret } = parts
    const desk = openDesk({
      ...parts,
      // A link from before opens nothing that is ordered after.
      ticketSecret: resets === 0 ? ticketSecret : `${ticketSecret} ${resets}`,
      reset: () => (office = open(resets + 1)),
    })
    return { desk, counters: openCounters(desk) }
  }
  let office = open(0)
  return () => office
}
