/** Time as it passes between a server and the network: a server that comes from elsewhere keeps to real time. */
import type { EventOf } from '../trace/events.ts'
import type { Evidence } from './evidence.ts'

/** Instants of one trace can be compared with each other. */
export function instantOf({ at, measured }: EventOf<'bearer.exchanged'>): number {
  return measured?.ms ?? at
}

/** Until when the server could have said more. */
export function conversationEnd(evidence: Evidence): number {
  const real = evidence.all('bearer.exchanged').flatMap(({ measured }) => measured?.ms ?? [])
  const isWall = evidence.all('case.started').some(({ facts }) => facts.clock === 'wall')
  const instants = real.length === 0 || isWall ? evidence.events.map(({ at }) => at) : real
  return instants.reduce((latest, at) => Math.max(latest, at), 0)
}
