/** The phones that machines are walked with: every kind of coverage, a suite, reports that are owed. */
import { createMemoryStorage } from '../../../src/adapters/storage-memory.ts'
import { noClients } from '../../../src/handset/contact.ts'
import type { Clients } from '../../../src/handset/contact.ts'
import type { InstalledSuite, QueuedReport } from '../../../src/handset/flash.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import type { Phone } from '../../../src/handset/phone.ts'
import { size } from '../../../src/handset/rules/package-examinations.ts'
import { trustsNobody } from '../../../src/handset/trust.ts'
import { formatJad } from '../../../src/wire/jad.ts'
import { plainProfile } from '../plain-profile.ts'
import { plainSuite } from '../plain-suite.ts'
import { url } from './answers.ts'

export const descriptor = formatJad([
  ['MIDlet-Name', 'Demo'],
  ['MIDlet-Version', '1.0.0'],
  ['MIDlet-Vendor', 'Acme'],
  ['MIDlet-Jar-URL', 'http://reference.test/demo.jar'],
  ['MIDlet-Jar-Size', '4'],
])

/** Coverage that is there, is not, or comes back after it was looked for once. */
export const coverages = ['there', 'gone', 'back later', 'flickering'] as const
type Coverage = (typeof coverages)[number]

export function makePhone(coverage: Coverage): Phone {
  let looks = 0
  const storage = createMemoryStorage(100_000)
  for (const id of ['report.8', 'report.9']) {
    storage.commit({ kind: 'report queued', report: { ...report, kind: 'delete', id } })
  }
  storage.commit({ kind: 'suite stored', suite, report: undefined })
  const records = [new Uint8Array(2)]
  storage.commit({ kind: 'records written', suiteId: suite.id, store: 'scores', records })
  return {
    profile: plainProfile,
    behaviour: {
      ...strict,
      retrySchedule: (attempts) => (attempts < 2 ? 1000 : undefined),
      packageOrder: [size],
      looksFirst: coverage === 'gone',
      nextMove: (state, profile) =>
        state.looking === true &&
        state.received.kind === 'response' &&
        state.received.status === 200
          ? { kind: 'fetch', bytes: undefined }
          : strict.nextMove(state, profile),
      examine: (question, behaviour) =>
        question.answers.size === 0
          ? { kind: 'ask', question: { id: 'place', prompt: 'place', text: '', refusal: stop } }
          : strict.examine(question, behaviour),
      // So that both kinds of phone are walked: those that ask and those that do not.
      asks: () => coverage === 'there',
      repeatsReport: (_, repeats) => repeats < 1,
      sendsWaiting: coverage === 'gone' ? 'after the package' : 'before the package',
    },
    storage,
    trust: trustsNobody,
    // So that pages are walked with a browser and without.
    ...(coverage === 'there'
      ? { renderer: { render: () => undefined, stop: () => undefined } }
      : {}),
    radio: {
      get covered() {
        looks += 1
        if (coverage === 'flickering') return looks % 2 === 1
        return coverage === 'there' || (coverage === 'back later' && looks > 1)
      },
      interfere: () => undefined,
      setCoverage: () => undefined,
      carry: () => () => undefined,
      talk: () => () => undefined,
      carryPart: () => new Promise(() => undefined),
    },
    clients: noClients,
    tell: () => undefined,
  }
}

export const uncovered = {
  kind: 'failure',
  url,
  cause: 'no-coverage',
  detail: 'no coverage',
} as const

export const clients: Clients = () => ({
  version: '1.0.0',
  script: {
    kind: 'http',
    method: 'GET',
    url: 'http://reference.test/contact',
    headers: [],
    body: undefined,
    status: undefined,
  },
})

const stop = { code: undefined, reason: 'no place' }

export const subject = { vendor: 'Acme', name: 'Demo', version: '1.0.0' }

export const report: QueuedReport = {
  id: 'report.1',
  kind: 'install',
  url: 'http://reference.test/n/1',
  code: 900,
  attempts: 0,
  suiteId: undefined,
}

export const suite: InstalledSuite = { ...plainSuite, subject, bytes: 4 }
