/** Links that lead to the client: one that chooses by the phone, others that mean one kind of phone, whoever asks. */
import type { Fault } from '../fault.ts'
import { askingSpecs, packClient, signedSpecs, specsOf } from './packages.ts'
import type { ClientRelease, ClientSpecs, NativeKind } from './packages.ts'

export interface ClientOffer {
  readonly name: string
  readonly path: string
  /** None: by what the phone says of itself. */
  readonly kind?: NativeKind
  readonly release: ClientRelease
  /** By somebody whom phones know. */
  readonly signed?: true
  /** Its installer has everything to ask that packages can make it ask. */
  readonly asks?: true
  /** Of the processor that its cabinet is for; none: any. */
  readonly architecture?: number
}

const current: ClientRelease = { major: 1, minor: 2, build: 0 }

const ofRelease = (name: string, release: ClientRelease): ClientOffer => ({
  name,
  path: `/${name}`,
  release,
})

export const clientOffers: readonly ClientOffer[] = [
  ofRelease('client', current),
  ofRelease('client-updated', { ...current, minor: 3 }),
  ofRelease('client-rebuilt', { ...current, build: 7 }),
  ofRelease('client-outdated', { ...current, minor: 1 }),
  { ...ofRelease('client-signed', current), signed: true },
  { ...ofRelease('client-asking', current), asks: true },
  { ...ofRelease('client-for-symbian-8', current), kind: 'sis' },
  { ...ofRelease('client-for-symbian-9', current), kind: 'sisx' },
  { ...ofRelease('client-for-pocket-pc', current), kind: 'pocket-pc' },
  { ...ofRelease('client-for-smartphone', current), kind: 'smartphone' },
  { ...ofRelease('client-for-strongarm', current), kind: 'pocket-pc', architecture: 2577 },
]

/** Paths that lead to another path, for now. */
export const movedClient = { from: '/client-moved', to: '/client' } as const

export function versionOf({ release: { major, minor, build } }: ClientOffer): string {
  return `${major}.${minor}.${build}`
}

/** `Last-Modified` of its packages: each release is later than those before it. */
export function releasedAt({ release: { minor, build } }: ClientOffer): string {
  return new Date(Date.UTC(2006, 0, 1 + minor, 8, 0, build)).toUTCString()
}

type Packages = Map<string, Uint8Array>

const specified = new Map<string, ClientSpecs>()
const packed: Packages = new Map()
const packedByFault = new WeakMap<Fault, Packages>()

/** Packed once per process and fault, which is asked each time. */
export function packageOf(
  offer: ClientOffer,
  kind: NativeKind,
  fault: Fault | undefined,
): Uint8Array {
  const release = `${offer.name} ${versionOf(offer)}`
  const specs = specified.get(release) ?? specsFor(offer)
  specified.set(release, specs)
  const changed = fault?.client?.(specs) ?? specs
  const spec = changed[kind]
  const known = fault === undefined || spec === specs[kind] ? packed : packedBy(fault)
  const key = `${release} ${kind}`
  const octets = known.get(key) ?? packClient(kind, { ...specs, [kind]: spec })
  known.set(key, octets)
  return octets
}

function packedBy(fault: Fault): Packages {
  const known = packedByFault.get(fault) ?? new Map<string, Uint8Array>()
  packedByFault.set(fault, known)
  return known
}

function specsFor({ release, signed, asks, architecture = 0 }: ClientOffer): ClientSpecs {
  const { 'pocket-pc': pocketPc, smartphone, ...plain } = specsOf(release)
  const specs = {
    ...plain,
    'pocket-pc': { ...pocketPc, architecture },
    smartphone: { ...smartphone, architecture },
  }
  if (asks === true) return askingSpecs(specs)
  return signed === true ? signedSpecs(specs) : specs
}
