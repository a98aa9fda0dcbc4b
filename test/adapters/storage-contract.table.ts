/** What any storage does with a change, for each implementation to be shown to do. */
import type { Belongings } from '../../src/adapters/kept-texts.ts'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { Flash, FlashChange, InstalledSuite, QueuedReport } from '../../src/handset/flash.ts'
import { plainSuite } from '../handset/plain-suite.ts'

export function makeSuite(number: number, name = 'Demo'): InstalledSuite {
  return {
    ...plainSuite,
    id: `suite.${number}`,
    subject: { vendor: 'Acme', name, version: `1.${number}.0` },
    bytes: 1000 * number,
    deleteConfirm: 'Really? \u{1F600}\u0000',
  }
}

export function makeReport(number: number, suiteId: string | undefined): QueuedReport {
  const kind = suiteId === undefined ? 'delete' : 'install'
  return {
    id: `report.${number}`,
    kind,
    url: `http://ota.test/n/${number}`,
    code: kind === 'install' ? 900 : 912,
    attempts: 0,
    suiteId,
  }
}

/** Takes more than one page of a database, so that a change is more than one write. */
function wordy(suite: InstalledSuite): InstalledSuite {
  return { ...suite, deleteConfirm: `${suite.subject.version} `.repeat(2000) }
}

const demo = wordy(makeSuite(1))
const success = makeReport(1, demo.id)
export const stored: FlashChange = { kind: 'suite stored', suite: demo, report: success }

const written = [Uint8Array.of(0, 255, 13), new Uint8Array()]
const records: FlashChange = {
  kind: 'records written',
  suiteId: demo.id,
  store: 'scores',
  records: written,
}

/** The suite goes and its next version comes, each with its report. */
export const exchange: FlashChange = {
  kind: 'suite updated',
  replacedId: demo.id,
  suite: wordy(makeSuite(2)),
  records: { kind: 'kept', why: 'the same signer' },
  report: makeReport(2, 'suite.2'),
}

export const plainBelongings: Belongings = {
  profile: 'midp2-plain',
  storageBytes: 100_000,
  on: true,
  covered: true,
  roots: [],
  hosts: [],
  calls: 0,
}

interface Row {
  readonly what: string
  readonly changes: readonly FlashChange[]
  readonly flash: Flash
}

export const contract: readonly Row[] = [
  { what: 'begins empty', changes: [], flash: emptyFlash },
  {
    what: 'stores a suite together with its report',
    changes: [stored],
    flash: { ...emptyFlash, suites: [demo], reports: [success], lastId: 1 },
  },
  {
    what: 'counts an attempt',
    changes: [stored, { kind: 'report attempted', reportId: success.id }],
    flash: { ...emptyFlash, suites: [demo], reports: [{ ...success, attempts: 1 }], lastId: 1 },
  },
  {
    what: 'drops a settled report and keeps the order of the rest',
    changes: [
      stored,
      { kind: 'report queued', report: makeReport(2, undefined) },
      { kind: 'report queued', report: makeReport(3, undefined) },
      { kind: 'report settled', reportId: success.id },
    ],
    flash: {
      ...emptyFlash,
      suites: [demo],
      reports: [makeReport(2, undefined), makeReport(3, undefined)],
      lastId: 3,
    },
  },
  {
    what: 'keeps records, and passes them on to the next version',
    changes: [stored, records, exchange],
    flash: {
      ...emptyFlash,
      suites: [wordy(makeSuite(2))],
      stores: [{ suiteId: 'suite.2', name: 'scores', records: written }],
      reports: [{ ...success, suiteId: 'suite.2' }, makeReport(2, 'suite.2')],
      lastId: 2,
    },
  },
  {
    what: 'removes a suite and its report, and queues the report of that',
    changes: [
      stored,
      { kind: 'suite removed', suiteId: demo.id, report: makeReport(2, undefined) },
    ],
    flash: { ...emptyFlash, reports: [makeReport(2, undefined)], lastId: 2 },
  },
]
