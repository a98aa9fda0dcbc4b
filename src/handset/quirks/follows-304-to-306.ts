import type { Received } from '../behaviour.ts'
import { defineQuirk } from '../behaviour.ts'

const alsoFollowed: readonly number[] = [304, 305, 306]

function asFound(received: Received): Received {
  return received.kind === 'response' && alsoFollowed.includes(received.status)
    ? { ...received, status: 302 }
    : received
}

export default defineQuirk({
  title: 'Follows every status from 301 to 307 that names an http URL.',
  source: 'Nokia Java Runtime (S60 5th Edition, Symbian^3), Downloader.redirectNeeded',
  apply: (base) => ({
    ...base,
    nextMove: (state, profile) =>
      base.nextMove({ ...state, received: asFound(state.received) }, profile),
  }),
})
