/**
 * What a handset keeps when its battery is gone: installed suites with their records, and reports still to be sent.
 * Changes are applied whole or not at all, one `FlashChange` at a time.
 */
import type { Subject } from '../trace/suite-events.ts'
import { applyDownloadChange } from './download-store.ts'
import type { DownloadChange, StoredContent } from './download-store.ts'
import { applyBrokenDownloadChange } from './broken-downloads.ts'
import type { BrokenDownload, BrokenDownloadChange } from './broken-downloads.ts'
import { applyInboxChange } from './inbox.ts'
import type { HeldSegment, InboxChange, InboxMessage } from './inbox.ts'
import type { MidletEntry, PushEntry } from '../wire/attributes.ts'

/** Who signed a suite, and what that is worth on this phone. */
export interface Signer {
  /** Protection domain that the root stands for. */
  readonly domain: string
  /** Distinguished name of the signer's certificate. */
  readonly subject: string
  /** Distinguished name of the root that its chain leads to. */
  readonly root: string
}

/** How a protected function is let through: always, after a question that holds so long, or never (SEC21). */
export const interactions = ['allowed', 'blanket', 'session', 'oneshot', 'never'] as const
export type Interaction = (typeof interactions)[number]

export interface Permission {
  readonly name: string
  /** What holds now: the domain's default, or what the user chose. */
  readonly interaction: Interaction
  /** The most that the domain offers. */
  readonly highest: Interaction
}

export interface InstalledSuite {
  readonly id: string
  readonly subject: Subject
  readonly bytes: number
  /** Octets of records that the suite was promised (PKG21 `MIDlet-Data-Size`). */
  readonly dataBytes: number
  readonly descriptorUrl: string | undefined
  readonly packageUrl: string
  readonly deleteNotify: string | undefined
  readonly deleteConfirm: string | undefined
  readonly midlets: readonly MidletEntry[]
  /** None: the suite is not signed. */
  readonly signer: Signer | undefined
  readonly permissions: readonly Permission[]
  readonly push: readonly PushEntry[]
  /** Programs of it that run by themselves; none: none does. */
  readonly programs?: readonly OwnProgram[] | undefined
}

/** A program of a native package that the installer runs. */
export interface OwnProgram {
  readonly target: string
  readonly at: 'installation' | 'removal' | 'both'
  /** The installer goes on when it has ended. */
  readonly waits: boolean
}

export interface RecordStore {
  readonly suiteId: string
  readonly name: string
  /** The record with the id `n` is the `n`th. */
  readonly records: readonly Uint8Array[]
}

export interface QueuedReport {
  readonly id: string
  /** `download`: of an object behind a download descriptor. */
  readonly kind: 'install' | 'delete' | 'download'
  readonly url: string
  readonly code: number
  /** Attempts already begun; saved before each attempt, so that a crash cannot make it endless. */
  readonly attempts: number
  /** The suite whose start triggers another attempt; none for a suite that was not installed. */
  readonly suiteId: string | undefined
  /** Of a download under way: it becomes due only when the battery has ended that. */
  readonly held?: true
}

export interface Flash {
  readonly suites: readonly InstalledSuite[]
  readonly stores: readonly RecordStore[]
  readonly reports: readonly QueuedReport[]
  readonly contents: readonly StoredContent[]
  /** In the order in which they came. */
  readonly inbox: readonly InboxMessage[]
  /** Of messages that are not whole yet, in the order in which they came. */
  readonly segments: readonly HeldSegment[]
  /** That broke off, the latest last. */
  readonly brokenDownloads: readonly BrokenDownload[]
  /** Last number given to a suite, report or message. */
  readonly lastId: number
}

/** What an update makes of the records of the suite it replaces. */
export interface RecordsFate {
  readonly kind: 'kept' | 'dropped'
  /** The rule that decided, for the trace. */
  readonly why: string
}

export type FlashChange =
  | {
      readonly kind: 'suite stored'
      readonly suite: InstalledSuite
      /** The report of this installation becomes pending in the same breath, so that neither is lost without the other. */
      readonly report: QueuedReport | undefined
    }
  | {
      /** One version goes and another comes, with all that belongs to either. */
      readonly kind: 'suite updated'
      readonly replacedId: string
      readonly suite: InstalledSuite
      readonly records: RecordsFate
      readonly report: QueuedReport | undefined
    }
  | {
      readonly kind: 'suite removed'
      readonly suiteId: string
      readonly report: QueuedReport | undefined
    }
  | {
      /** The store then holds these records and no others. */
      readonly kind: 'records written'
      readonly suiteId: string
      readonly store: string
      readonly records: readonly Uint8Array[]
    }
  | { readonly kind: 'report queued'; readonly report: QueuedReport }
  | { readonly kind: 'report attempted'; readonly reportId: string }
  | { readonly kind: 'report settled'; readonly reportId: string }
  | DownloadChange
  | InboxChange
  | BrokenDownloadChange

/** Survives reboots; `commit` is atomic. */
export interface Storage {
  /** Octets of flash for suites and records, in all. */
  readonly capacityBytes: number
  read(): Flash
  commit(change: FlashChange): void
}

export const emptyFlash: Flash = {
  suites: [],
  stores: [],
  reports: [],
  contents: [],
  inbox: [],
  segments: [],
  brokenDownloads: [],
  lastId: 0,
}

export function applyChange(flash: Flash, change: FlashChange): Flash {
  switch (change.kind) {
    case 'suite stored':
      return {
        ...flash,
        lastId: flash.lastId + 1,
        suites: [...flash.suites, change.suite],
        reports: withReport(flash.reports, change.report),
      }
    case 'suite updated':
      return replaceSuite(flash, change)
    case 'suite removed':
      return {
        ...flash,
        suites: flash.suites.filter(({ id }) => id !== change.suiteId),
        stores: flash.stores.filter(({ suiteId }) => suiteId !== change.suiteId),
        // An unsent install report of a suite that is gone would only be retried when the suite runs (OTA2, Status reports).
        reports: withReport(
          flash.reports.filter(({ suiteId }) => suiteId !== change.suiteId),
          change.report,
        ),
        lastId: flash.lastId + 1,
      }
    case 'records written':
      return writeRecords(flash, change)
    case 'report queued':
      return { ...flash, lastId: flash.lastId + 1, reports: [...flash.reports, change.report] }
    case 'report attempted':
      return {
        ...flash,
        reports: flash.reports.map((report) =>
          report.id === change.reportId ? { ...report, attempts: report.attempts + 1 } : report,
        ),
      }
    case 'report settled':
      return { ...flash, reports: flash.reports.filter(({ id }) => id !== change.reportId) }
    case 'inbox changed':
      return applyInboxChange(flash, change)
    case 'broken download kept':
    case 'broken download ended':
      return applyBrokenDownloadChange(flash, change)
    default:
      return applyDownloadChange(flash, change)
  }
}

/** Reports of the replaced version are still owed: from now on the start of the new one triggers them. */
function replaceSuite(
  flash: Flash,
  change: Extract<FlashChange, { kind: 'suite updated' }>,
): Flash {
  const { replacedId, suite } = change
  const stores =
    change.records.kind === 'kept'
      ? flash.stores
      : flash.stores.filter(({ suiteId }) => suiteId !== replacedId)
  const passOn = <T extends { readonly suiteId: string | undefined }>(one: T): T =>
    one.suiteId === replacedId ? { ...one, suiteId: suite.id } : one
  return {
    ...flash,
    lastId: flash.lastId + 1,
    suites: [...flash.suites.filter(({ id }) => id !== replacedId), suite],
    stores: stores.map(passOn),
    reports: withReport(flash.reports.map(passOn), change.report),
  }
}

function writeRecords(
  flash: Flash,
  { suiteId, store: name, records }: Extract<FlashChange, { kind: 'records written' }>,
): Flash {
  const isIt = (store: RecordStore) => store.suiteId === suiteId && store.name === name
  const written: RecordStore = { suiteId, name, records }
  return {
    ...flash,
    stores: flash.stores.some(isIt)
      ? flash.stores.map((store) => (isIt(store) ? written : store))
      : [...flash.stores, written],
  }
}

function withReport(
  reports: readonly QueuedReport[],
  report: QueuedReport | undefined,
): readonly QueuedReport[] {
  return report === undefined ? reports : [...reports, report]
}

export function freeBytes(storage: Storage): number {
  const flash = storage.read()
  let free = storage.capacityBytes
  for (const suite of flash.suites) free -= occupiedBytes(flash, suite)
  for (const { bytes } of flash.contents) free -= bytes
  return free
}

/** The package, its records, and what it was promised for records and has not used. */
export function occupiedBytes(flash: Flash, { id, bytes, dataBytes }: InstalledSuite): number {
  return bytes + Math.max(dataBytes, recordBytes(storesOf(flash, id)))
}

export function storesOf(flash: Flash, id: string): readonly RecordStore[] {
  return flash.stores.filter(({ suiteId }) => suiteId === id)
}

export function recordBytes(stores: readonly RecordStore[]): number {
  let bytes = 0
  for (const { records } of stores) for (const record of records) bytes += record.length
  return bytes
}

type Identity = Pick<Subject, 'vendor' | 'name' | 'uid'>

/** An installed suite is known by its vendor and name (PKG21, attributes), what has a UID by that. */
function isSameSuite(one: Identity, other: Identity): boolean {
  if (one.uid !== undefined || other.uid !== undefined) return one.uid === other.uid
  return one.vendor === other.vendor && one.name === other.name
}

/** Name of the suite, other than one of this identity, that listens on a connection. */
export function findListener(
  flash: Flash,
  connection: string,
  suite: Identity,
): string | undefined {
  return flash.suites.find(
    ({ subject, push }) =>
      !isSameSuite(subject, suite) && push.some((entry) => entry.connection === connection),
  )?.subject.name
}

export function findSuiteById({ suites }: Flash, id: string): InstalledSuite | undefined {
  return suites.find((suite) => suite.id === id)
}

export function findSuite(flash: Flash, subject: Identity): InstalledSuite | undefined {
  return flash.suites.find((suite) => isSameSuite(suite.subject, subject))
}
