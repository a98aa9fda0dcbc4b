/** What lies under the links: since it was published, the newer version of the demo suite. */
import type { Offer } from './offers.ts'
import { demoSuite, updatedSuite } from './suites.ts'

export interface Shelf {
  publish(): void
  /**
   * The offer as it is made to a visit; none: to whoever asks now. A visit from before goes on with what its descriptor
   * promised.
   */
  offerFor(offer: Offer, visitId: string | undefined): Offer
}

/** @param nextId of the visit that comes next */
export function openShelf(nextId: () => string): Shelf {
  let newerFrom = Number.POSITIVE_INFINITY
  return {
    publish: () => {
      newerFrom = Math.min(newerFrom, numberOf(nextId()))
    },
    offerFor(offer, visitId) {
      const isNewer = numberOf(visitId ?? nextId()) >= newerFrom
      return isNewer && offer.suite === demoSuite ? { ...offer, suite: updatedSuite } : offer
    },
  }
}

/** Of `v12`. */
function numberOf(visitId: string): number {
  return Number(visitId.slice(1))
}
