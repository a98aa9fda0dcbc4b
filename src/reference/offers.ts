/** What the reference offers, and under which paths. */
import { demoSuite, pushSuite } from './suites.ts'
import type { SuiteSpec } from './suite-builder.ts'

export interface Offer {
  readonly descriptorPath: string
  readonly packagePath: string
  readonly suite: SuiteSpec
  /** Descriptor and package ask for credentials, in one realm. Notify URLs never do. */
  readonly credentials: boolean
  /** Seconds after the first visit during which the descriptor is answered 503. */
  readonly busySeconds: number
}

export type LinkName = 'demo' | 'protected' | 'moved' | 'busy' | 'push' | 'package'

/** Absolute URLs a handset can start from; `package` leads past the descriptor. */
export type Links = { readonly [name in LinkName]: string }

const plain = { suite: demoSuite, credentials: false, busySeconds: 0 }

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
]

/** Paths that answer with a redirect to another path. */
export const moved: readonly { readonly from: string; readonly to: string }[] = [
  { from: '/moved.jad', to: '/demo.jad' },
]

export function linksAt(origin: string): Links {
  return {
    demo: `${origin}/demo.jad`,
    protected: `${origin}/protected.jad`,
    moved: `${origin}/moved.jad`,
    busy: `${origin}/busy.jad`,
    push: `${origin}/push.jad`,
    package: `${origin}/demo.jar`,
  }
}
