/** Newer versions of the reference's suites, from where the old ones came from and from elsewhere, by one signer and another. */
import { goodSignings } from '../test-authority/signing.ts'
import type { Signing } from '../test-authority/signing.ts'
import type { Offer } from './offers.ts'
import type { SuiteSpec } from './suite-builder.ts'
import { signedSuite, updatedSuite } from './suites.ts'

interface Kind {
  /** Of the paths: `demo` for `/demo.jad`. */
  readonly stem: string
  readonly suite: SuiteSpec
  readonly signing?: Signing
}

const vault = { stem: 'signed', suite: { ...signedSuite, version: '1.1.0' } }

const kinds = {
  updated: { stem: 'demo', suite: updatedSuite },
  'newly-signed': {
    stem: 'demo',
    suite: updatedSuite,
    signing: goodSignings['identified-third-party'],
  },
  'signed-updated': { ...vault, signing: goodSignings['identified-third-party'] },
  'signed-by-another': { ...vault, signing: goodSignings.manufacturer },
} satisfies Readonly<Record<string, Kind>>

/** Folders of descriptor and package. */
const places = {
  '': ['', ''],
  '-elsewhere': ['/next', '/next'],
  '-descriptor-elsewhere': ['/next', ''],
  '-package-elsewhere': ['', '/next'],
} as const

/** One build for each way to come by it: only the query tells those apart that come from one place. */
export const updates: readonly (Offer & { readonly build: string })[] = Object.entries(
  kinds,
).flatMap(([kind, about]: readonly [string, Kind]) =>
  Object.entries(places).map(([place, [descriptorFolder, packageFolder]]) => ({
    build: `${kind}${place}`,
    descriptorPath: `${descriptorFolder}/${about.stem}.jad`,
    packagePath: `${packageFolder}/${about.stem}.jar`,
    suite: about.suite,
    ...(about.signing === undefined ? {} : { signing: about.signing }),
    credentials: false,
    busySeconds: 0,
  })),
)
