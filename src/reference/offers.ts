/** What the reference offers, and under which paths. */
import { downloadOffers } from './download/download-offers.ts'
import { clientOffers, movedClient } from './native/clients.ts'
import type { ClientOffer } from './native/clients.ts'
import { goodSignings } from '../test-authority/signing.ts'
import type { Signing } from '../test-authority/signing.ts'
import {
  demoSuite,
  greedySuite,
  outdatedSuite,
  pushSuite,
  rivalSuite,
  signedPushSuite,
  signedSuite,
} from './suites.ts'
import type { SuiteSpec } from './suite-builder.ts'
import { pageLinks } from './pages.ts'
import { updates } from './updates.ts'

export interface Offer {
  readonly descriptorPath: string
  readonly packagePath: string
  /** Value of `build` in the query of both URLs; none: no such query. */
  readonly build?: string
  readonly suite: SuiteSpec
  /** Descriptor and package ask for credentials, in one realm. Notify URLs never do. */
  readonly credentials: boolean
  /** Who signs it; none: nobody. */
  readonly signing?: Signing
  /** Seconds after the first visit during which the descriptor is answered 503. */
  readonly busySeconds: number
}

export type LinkName =
  | keyof typeof pageLinks
  | 'demo'
  | 'protected'
  | 'moved'
  | 'busy'
  | 'push'
  | 'package'
  | 'signed'
  | 'signed-twice'
  | 'signed-by-maker'
  | 'signed-by-operator'
  | 'signed-push'
  | 'signed-greedy'
  | 'same-port'
  | 'outdated'
  | 'expired'
  | 'client-for-java'
  | 'client-moved'

/** Absolute URLs a handset can start from; `package` leads past the descriptor. Updates are named by their builds. */
export type Links = { readonly [name in LinkName]: string } & Readonly<Record<string, string>>

const plain = { suite: demoSuite, credentials: false, busySeconds: 0 }

const signed = { ...plain, packagePath: '/signed.jar', suite: signedSuite }

export const offers: readonly Offer[] = [
  { ...plain, descriptorPath: '/demo.jad', packagePath: '/demo.jar' },
  { ...plain, descriptorPath: '/busy.jad', packagePath: '/demo.jar', busySeconds: 30 },
  { ...plain, descriptorPath: '/push.jad', packagePath: '/push.jar', suite: pushSuite },
  {
    ...plain,
    descriptorPath: '/protected.jad',
    packagePath: '/protected.jar',
    credentials: true,
  },
  {
    ...signed,
    descriptorPath: '/signed.jad',
    signing: goodSignings['identified-third-party'],
  },
  { ...signed, descriptorPath: '/signed-twice.jad', signing: goodSignings['two-authorities'] },
  { ...signed, descriptorPath: '/signed-by-maker.jad', signing: goodSignings.manufacturer },
  { ...signed, descriptorPath: '/signed-by-operator.jad', signing: goodSignings.operator },
  {
    ...plain,
    descriptorPath: '/signed-push.jad',
    packagePath: '/signed-push.jar',
    suite: signedPushSuite,
    signing: goodSignings['identified-third-party'],
  },
  {
    ...plain,
    descriptorPath: '/signed-greedy.jad',
    packagePath: '/signed-greedy.jar',
    suite: greedySuite,
    signing: goodSignings['identified-third-party'],
  },
  {
    ...plain,
    descriptorPath: '/same-port.jad',
    packagePath: '/same-port.jar',
    suite: rivalSuite,
  },
  {
    ...plain,
    build: outdatedSuite.version,
    suite: outdatedSuite,
    descriptorPath: '/demo.jad',
    packagePath: '/demo.jar',
  },
  ...updates,
]

/** Paths of descriptors that were there once. */
export const expired: readonly string[] = ['/expired.jad']

/** Paths that answer with a redirect to another path. */
export const moved: readonly { readonly from: string; readonly to: string }[] = [
  { from: '/moved.jad', to: '/demo.jad' },
]

/** What the link of this name leads to at once; none: there is no such link, or no descriptor behind it. */
export function offerNamed(name: string): Offer | undefined {
  const link = new Map(Object.entries(linksAt('http://localhost'))).get(name)
  const { pathname = '', search = '' } = URL.parse(link ?? '') ?? {}
  return offers.find(
    ({ descriptorPath, build }) => addressOf(descriptorPath, build) === `${pathname}${search}`,
  )
}

/** What a ticket can be made for: a suite, or a client for phones without. */
export type TicketOffer = Offer | ClientOffer

export function ticketOfferNamed(name: string): TicketOffer | undefined {
  return clientOffers.find((client) => client.name === name) ?? offerNamed(name)
}

export function addressOf(path: string, build: string | undefined): string {
  return build === undefined ? path : `${path}?build=${build}`
}

export function linksAt(origin: string): Links {
  return {
    demo: `${origin}/demo.jad`,
    protected: `${origin}/protected.jad`,
    moved: `${origin}/moved.jad`,
    busy: `${origin}/busy.jad`,
    push: `${origin}/push.jad`,
    package: `${origin}/demo.jar`,
    signed: `${origin}/signed.jad`,
    'signed-twice': `${origin}/signed-twice.jad`,
    'signed-by-maker': `${origin}/signed-by-maker.jad`,
    'signed-by-operator': `${origin}/signed-by-operator.jad`,
    'signed-push': `${origin}/signed-push.jad`,
    'signed-greedy': `${origin}/signed-greedy.jad`,
    'same-port': `${origin}/same-port.jad`,
    outdated: `${origin}/demo.jad?build=${outdatedSuite.version}`,
    expired: `${origin}/expired.jad`,
    page: `${origin}${pageLinks.page}`,
    'page-menu': `${origin}${pageLinks['page-menu']}`,
    'page-refresh': `${origin}${pageLinks['page-refresh']}`,
    'page-wml': `${origin}${pageLinks['page-wml']}`,
    'page-wmlc': `${origin}${pageLinks['page-wmlc']}`,
    'page-script': `${origin}${pageLinks['page-script']}`,
    'page-script-goes-on': `${origin}${pageLinks['page-script-goes-on']}`,
    'client-for-java': `${origin}/demo.jad`,
    ...Object.fromEntries(downloadOffers.map(({ name, path }) => [name, `${origin}${path}`])),
    'client-moved': `${origin}${movedClient.from}`,
    ...Object.fromEntries(clientOffers.map(({ name, path }) => [name, `${origin}${path}`])),
    ...Object.fromEntries(
      updates.map(({ build, descriptorPath }) => [
        build,
        `${origin}${addressOf(descriptorPath, build)}`,
      ]),
    ),
  }
}
