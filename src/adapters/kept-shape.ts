/** What a phone in a file must look like to be used: field by field, as `Flash` and `Belongings` have it. */
import type { MidletEntry, PushEntry } from '../wire/attributes.ts'
import { interactions } from '../handset/flash.ts'
import type {
  Flash,
  InstalledSuite,
  OwnProgram,
  Permission,
  QueuedReport,
  RecordStore,
  Signer,
} from '../handset/flash.ts'
import type { Subject } from '../trace/suite-events.ts'
import { count, flag, listOf, octets, oneOf, optional, pair, record, text } from '../trace/shape.ts'
import type { Check } from '../trace/shape.ts'
import type { Belongings } from './kept-texts.ts'

/** May lie before 1970, where a clock was set so or a message says so. */
const instantMs: Check = (value, path) =>
  Number.isFinite(value) ? undefined : `${path}: Unexpected value, expected a number`

const interaction = oneOf(...interactions)

const suite = record<InstalledSuite>({
  id: text,
  subject: record<Subject>({ vendor: text, name: text, version: text, uid: optional(text) }),
  bytes: count,
  dataBytes: count,
  descriptorUrl: optional(text),
  packageUrl: text,
  deleteNotify: optional(text),
  deleteConfirm: optional(text),
  midlets: listOf(record<MidletEntry>({ name: text, icon: optional(text), className: text })),
  signer: optional(record<Signer>({ domain: text, subject: text, root: text })),
  permissions: listOf(record<Permission>({ name: text, interaction, highest: interaction })),
  push: listOf(record<PushEntry>({ connection: text, className: text, allowedSender: text })),
  programs: optional(
    listOf(
      record<OwnProgram>({
        target: text,
        at: oneOf('installation', 'removal', 'both'),
        waits: flag,
      }),
    ),
  ),
})

const flash = record<Flash>({
  suites: listOf(suite),
  stores: listOf(record<RecordStore>({ suiteId: text, name: text, records: listOf(octets) })),
  reports: listOf(
    record<QueuedReport>({
      id: text,
      kind: oneOf('install', 'delete', 'download'),
      url: text,
      code: count,
      attempts: count,
      suiteId: optional(text),
      held: optional(flag),
    }),
  ),
  contents: listOf(
    record<Flash['contents'][number]>({ name: text, mediaType: text, bytes: count, url: text }),
  ),
  inbox: listOf(
    record<Flash['inbox'][number]>({
      id: text,
      kind: oneOf('si', 'sl', 'text'),
      from: text,
      text,
      url: optional(text),
      siId: optional(text),
      createdAt: optional(instantMs),
      expiresAt: optional(instantMs),
      receivedAt: instantMs,
      messages: listOf(text),
    }),
  ),
  segments: listOf(
    record<Flash['segments'][number]>({ message: text, tpdu: octets, receivedAt: instantMs }),
  ),
  brokenDownloads: listOf(
    record<Flash['brokenDownloads'][number]>({
      url: text,
      octets,
      headers: listOf(pair),
    }),
  ),
  lastId: count,
})

const belongings = record<Belongings>({
  profile: text,
  storageBytes: count,
  on: flag,
  covered: flag,
  roots: listOf(record<Belongings['roots'][number]>({ domain: text, certificate: text })),
  hosts: listOf(text),
  calls: count,
})

/** @returns where it is none, and why */
export function findFlaw(value: {
  readonly flash: unknown
  readonly belongings: unknown
}): string | undefined {
  return flash(value.flash, 'flash') ?? belongings(value.belongings, 'belongings')
}
