/** What lies under the link of the client: since it was published, the release after the one that was there. */
import type { ClientOffer } from './clients.ts'

export interface ClientShelf {
  publish(): void
  offerFor(offer: ClientOffer): ClientOffer
}

export function openClientShelf(): ClientShelf {
  let isPublished = false
  return {
    publish: () => {
      isPublished = true
    },
    offerFor: (offer) => {
      const { release, name } = offer
      const isNewer = isPublished && name === 'client'
      return isNewer ? { ...offer, release: { ...release, minor: release.minor + 1 } } : offer
    },
  }
}
