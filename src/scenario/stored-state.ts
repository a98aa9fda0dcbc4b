/** What a phone has in flash when a scenario begins, said in the words of the target: its links, and what it offers. */
import { interactions } from '../handset/flash.ts'
import { z } from 'zod'
import type { FlashChange, InstalledSuite } from '../handset/flash.ts'
import { parseMidletEntry, parsePushEntry } from '../wire/attributes.ts'
import { parseVersion } from '../wire/version.ts'
import type { Subject } from '../trace/suite-events.ts'
import { recordStores, toOctets } from './words.ts'

const interaction = z.enum(interactions)

const place = z
  .string()
  .regex(/^(?:[a-z][a-z0-9-]*|https?:\/\/\S+)$/, 'the name of a link, or an http URL')

const storedSuite = z.strictObject({
  vendor: z.string().min(1).optional().describe('None: the vendor of what the target offers.'),
  name: z.string().min(1).optional().describe('None: the name of what the target offers.'),
  version: z
    .union([
      z.enum(['older', 'same', 'newer']),
      z.string().refine((text) => parseVersion(text) !== undefined, 'a version such as 1.0.0'),
    ])
    .describe('As compared with what the target offers, or a version.'),
  descriptor: place
    .optional()
    .describe('Where it came from: a link, or a URL. None: no descriptor.'),
  package: place.describe('Where its package came from: a link, or a URL.'),
  bytes: z.int().positive().prefault(10_000),
  dataBytes: z.int().nonnegative().prefault(0).describe('Its MIDlet-Data-Size.'),
  records: recordStores.prefault({}),
  midlets: z
    .array(z.string().refine((text) => parseMidletEntry(text) !== undefined, 'name, icon, class'))
    .optional()
    .describe('Values of MIDlet-1, MIDlet-2 …; none: one of the name of the suite.'),
  push: z
    .array(
      z.string().refine((text) => parsePushEntry(text) !== undefined, 'connection, class, sender'),
    )
    .prefault([]),
  deleteNotify: z.string().optional(),
  deleteConfirm: z.string().optional(),
  signer: z
    .strictObject({ domain: z.string(), subject: z.string(), root: z.string() })
    .optional()
    .describe('None: it is not signed.'),
  permissions: z
    .array(z.strictObject({ name: z.string(), interaction, highest: interaction }))
    .prefault([]),
})

export const storedState = z.strictObject({
  suites: z.array(storedSuite).min(1).max(16).describe('In the order of their installation.'),
})

export type StoredState = z.output<typeof storedState>
type StoredSuite = StoredState['suites'][number]

/** What there is to say of the target. */
export interface Offering {
  readonly links: ReadonlyMap<string, string>
  /** The suite of the entry link, where the target file says. */
  readonly suite?: Subject
}

/** Links of the target that the state speaks of. */
export function linksOf({ suites }: StoredState): readonly string[] {
  return suites
    .flatMap((suite) => [suite.descriptor, suite.package])
    .filter((name): name is string => name !== undefined && !isUrl(name))
}

/** Does the state speak of what the target offers? */
export function isRelative({ suites }: StoredState): boolean {
  return suites.some(
    ({ vendor, name, version }) =>
      vendor === undefined || name === undefined || Object.hasOwn(relativeVersions, version),
  )
}

/** The changes that bring an empty flash into the state. */
export function restoreState({ suites }: StoredState, offering: Offering): readonly FlashChange[] {
  return suites.flatMap((stored, index) => {
    const suite = restoreSuite(stored, `suite.${index + 1}`, offering)
    return [
      { kind: 'suite stored', suite, report: undefined } as const,
      ...Object.entries(stored.records).map(([store, records]): FlashChange => ({
        kind: 'records written',
        suiteId: suite.id,
        store,
        records: toOctets(records),
      })),
    ]
  })
}

const nothing: Subject = { vendor: '', name: '', version: '0.0.0' }

function restoreSuite(
  stored: StoredSuite,
  id: string,
  { links, suite: offered = nothing }: Offering,
): InstalledSuite {
  const resolve = (name: string) => (isUrl(name) ? name : (links.get(name) ?? name))
  const { vendor = offered.vendor, name = offered.name, descriptor } = stored
  const midlets = stored.midlets ?? [`${name}, , Main`]
  return {
    id,
    subject: { vendor, name, version: versionOf(stored, offered) },
    bytes: stored.bytes,
    dataBytes: stored.dataBytes,
    descriptorUrl: descriptor === undefined ? undefined : resolve(descriptor),
    packageUrl: resolve(stored.package),
    deleteNotify: stored.deleteNotify,
    deleteConfirm: stored.deleteConfirm,
    midlets: midlets.flatMap((text) => parseMidletEntry(text) ?? []),
    signer: stored.signer,
    permissions: stored.permissions,
    push: stored.push.flatMap((text) => parsePushEntry(text) ?? []),
  }
}

/** The first and the last version that there are: one part at most 99 (PKG21 `MIDlet-Version`). */
const relativeVersions: Readonly<Record<string, string>> = {
  older: '0.0.0',
  newer: '99.99.99',
  same: '',
}

function versionOf({ version }: StoredSuite, offered: Subject): string {
  return version === 'same' ? offered.version : (relativeVersions[version] ?? version)
}

function isUrl(text: string): boolean {
  return text.includes('://')
}
