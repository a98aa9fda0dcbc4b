/** What the reference offers behind download descriptors (OMA Download OTA 1.0), for each kind of phone. */
import { findKind } from '../native/choose-kind.ts'
import { nativeKinds } from '../native/packages.ts'
import type { ProfileReader } from '../native/profile-reader.ts'

/** What an object is made of; it stands in the URL of the object, so that both requests mean the same. */
export const objectKinds = ['suite', 'suite-descriptor', 'picture', ...nativeKinds] as const
export type ObjectKind = (typeof objectKinds)[number]

export interface DownloadOffer {
  /** Of the link. */
  readonly name: string
  readonly path: string
  readonly title: string
  readonly description: string
  /** The object comes in one body with its descriptor. */
  readonly together?: true
  readonly kindFor: (headers: Headers, profiles: ProfileReader) => Promise<ObjectKind>
}

export const downloadOffers: readonly DownloadOffer[] = [
  {
    name: 'download',
    path: '/client.dd',
    title: 'Acme Client',
    description: 'The client for this phone',
    kindFor: async (headers, profiles) => (await findKind(headers, profiles)).kind ?? 'suite',
  },
  {
    name: 'download-suite',
    path: '/suite.dd',
    title: 'Demo',
    description: 'The descriptor of a suite',
    kindFor: async () => 'suite-descriptor',
  },
  {
    name: 'download-picture',
    path: '/picture.dd',
    title: 'Square',
    description: 'A picture',
    kindFor: async () => 'picture',
  },
  {
    name: 'download-together',
    path: '/together.dd',
    title: 'Acme Client',
    description: 'The client for this phone, in one body with what is said of it',
    together: true,
    kindFor: async (headers, profiles) => (await findKind(headers, profiles)).kind ?? 'suite',
  },
]
