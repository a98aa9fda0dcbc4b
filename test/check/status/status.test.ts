/** Checks of what a server shows, over traces of a phone that fetched a client, and of the client that connected. */
import { describe, expect, it } from 'vitest'
import anotherVersion from '../../../src/check/checks/status/another-version-proves-nothing.ts'
import installed from '../../../src/check/checks/status/installed-by-contact.ts'
import notInstalled from '../../../src/check/checks/status/not-installed-by-download.ts'
import versionThere from '../../../src/check/checks/status/version-there-counts.ts'
import waiting from '../../../src/check/checks/status/waiting-before-download.ts'
import whole from '../../../src/check/checks/status/whole-transfers-count.ts'
import type { Check } from '../../../src/check/check.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import type { ContactOutcome } from '../../../src/trace/client-events.ts'
import type { TraceFact } from '../../../src/trace/events.ts'
import type { ShownState } from '../../../src/trace/status-events.ts'
import { caseFacts, exchanged, findings, traceOf } from '../trace-builder.ts'
import type { ExchangeSketch } from '../trace-builder.ts'

const url = 'http://ota.test/client'
const ticket = 'http://ota.test/t/1'
const sisx = packClient('sisx', specsOf({ major: 1, minor: 2, build: 0 }))
const cabinet = packClient('pocket-pc', specsOf({ major: 1, minor: 2, build: 0 }))

const reset: TraceFact = {
  type: 'target.asked',
  verb: 'reset',
  by: 'http',
  outcome: 'done',
  detail: 'POST http://ota.test/reset: 200 OK',
}
const opened = (link: string = url): TraceFact => ({ type: 'link.opened', url: link })
const fetched = (sketch: ExchangeSketch = {}): TraceFact =>
  exchanged({ purpose: 'package', url, body: sisx, ...sketch })
const head = fetched({ method: 'HEAD', framing: 'none', body: '' })
const cutAt = (bytes: number): TraceFact =>
  fetched({
    body: sisx.slice(0, bytes),
    framing: 'none',
    headers: [['Content-Length', String(sisx.length)]],
    failure: { cause: 'no-coverage', detail: 'coverage was lost' },
    network: { did: 'lost coverage during the transfer', reachedTarget: true },
  })
const cut = cutAt(4000)
const suite = { vendor: 'Acme', name: 'Acme Client', version: '1.2.0', uid: '0xA0005D1A' }
const contact = (version: string, outcome: ContactOutcome = 'accepted'): TraceFact => ({
  type: 'client.contacted',
  suite,
  version,
  purpose: 'first',
  server: 'http://ota.test/contact',
  outcome,
  detail: 'status 200',
})
const shown = (state?: ShownState, version?: string): TraceFact => ({
  type: 'status.read',
  app: 'client',
  url,
  said: state ?? 'add verbs.status to the target file',
  ...(version === undefined ? {} : { version }),
  ...(state === undefined ? {} : { state }),
})
const ordered: TraceFact = { type: 'ticket.ordered', app: 'client', to: '+358401234567' }
const offered: TraceFact = {
  type: 'link.offered',
  messages: ['1'],
  url: ticket,
  from: 'text',
  text: 'Your client',
  signal: 'medium',
}

const symbian = { edition: 's60-3rd', osVersion: '9.1', productUids: ['0x101F7961'] }

function judged(check: Check, facts: readonly TraceFact[]) {
  const profile = { ...caseFacts().profile, platform: 'symbian', symbian }
  return findings(check, traceOf(facts, { profile })).map(({ verdict, reason }) =>
    verdict === 'pass' || verdict === 'not-applicable' ? verdict : `${verdict}: ${reason}`,
  )
}

const unexpected = (state: ShownState, expected: ShownState) =>
  `fail: Unexpected "${state}" (${state}) for client, expected ${expected}.`

describe.each([
  ['nothing was fetched', waiting, [], 'waiting', ['downloaded', 'installed']],
  ['HEAD was asked', whole, [head], 'waiting', ['downloaded', 'installed']],
  ['a transfer broke off', whole, [cut], 'waiting', ['downloaded', 'installed']],
  [
    'only the first octets were sent',
    whole,
    [fetched({ status: 206, headers: [['Content-Range', 'bytes 0-99/20000']] })],
    'waiting',
    ['downloaded'],
  ],
  ['the client was sent', notInstalled, [fetched()], 'downloaded', ['waiting', 'installed']],
  [
    'the last octets were sent',
    notInstalled,
    [cut, fetched({ status: 206, headers: [['Content-Range', 'bytes 4000-19999/20000']] })],
    'downloaded',
    ['installed'],
  ],
  [
    'the client was turned away',
    notInstalled,
    [fetched(), contact('1.2.0', 'refused')],
    'downloaded',
    ['installed'],
  ],
  [
    'the client was fetched by a link for this phone',
    notInstalled,
    [ordered, offered, opened(ticket), fetched({ url: ticket })],
    'downloaded',
    ['waiting', 'installed'],
  ],
  [
    'the link led elsewhere, and the client was there',
    notInstalled,
    [opened(), fetched({ status: 302, body: '' }), fetched({ url: 'http://ota.test/x' })],
    'downloaded',
    ['installed'],
  ],
  [
    'the client connected',
    installed,
    [fetched(), contact('1.2.0')],
    'installed',
    ['waiting', 'downloaded'],
  ],
  [
    'another version connected',
    anotherVersion,
    [fetched(), contact('1.1.0')],
    'downloaded',
    ['installed'],
  ],
  [
    'the version had connected before it was sent',
    versionThere,
    [contact('1.2.0'), fetched()],
    'installed',
    ['waiting', 'downloaded'],
  ],
] as const)('when %s, a server', (...row) => {
  const [, check, facts, right, wrong] = row

  it(`shows ${right}`, () => {
    expect(judged(check, [reset, ...facts, shown(right)])).toEqual(['pass'])
  })

  it.each(wrong)('does not show %s', (state) => {
    expect(judged(check, [reset, ...facts, shown(state)])).toEqual([unexpected(state, right)])
  })

  it('that was not reset may show an earlier case, unless it was seen to wait', () => {
    const [state] = wrong
    const isNew = facts.some(({ type }) => type === 'ticket.ordered')
    expect(judged(check, [...facts, shown(state)])).toEqual([
      isNew
        ? unexpected(state, right)
        : `inconclusive: "${state}" may be of an earlier case: add verbs.reset to the target file`,
    ])
    if (check === waiting) return
    expect(judged(check, [shown('waiting'), ...facts, shown(state)])).toEqual([
      unexpected(state, right),
    ])
  })

  it('that cannot be asked leaves it open, and the line is named', () => {
    expect(judged(check, [reset, ...facts, shown()])).toEqual([
      'inconclusive: add verbs.status to the target file',
    ])
  })
})

describe('of a cabinet, which has no version,', () => {
  const sent = [reset, fetched({ body: cabinet })]
  const all = [waiting, whole, notInstalled, installed, anotherVersion, versionThere]

  it('the file says which version a contact proves', () => {
    const facts = [...sent, contact('7.0')]
    expect(judged(installed, [...facts, shown('installed', '7.0')])).toEqual(['pass'])
    expect(judged(anotherVersion, [...facts, shown('installed', '8.0')])).toEqual([
      unexpected('installed', 'downloaded'),
    ])
  })

  it('nothing is said where the file does not say it', () => {
    for (const check of all) {
      expect(judged(check, [...sent, contact('7.0'), shown('installed')])).toEqual([
        'not-applicable',
      ])
    }
  })
})

it('a transfer that broke off when nothing was missing proves nothing', () => {
  const facts = [reset, cutAt(sisx.length), shown('downloaded')]
  for (const check of [waiting, whole, notInstalled]) {
    expect(judged(check, facts)).toEqual(['not-applicable'])
  }
})

it('a contact whose answer was lost proves nothing, neither for nor against the server', () => {
  const facts = [reset, fetched(), contact('1.2.0', 'failed'), shown('installed')]
  for (const check of [notInstalled, installed, anotherVersion]) {
    expect(judged(check, facts)).toEqual(['not-applicable'])
  }
})

it('a new order for a phone that shows its version is done at once', () => {
  const before = [fetched(), contact('1.2.0'), ordered]
  expect(judged(versionThere, [...before, shown('installed', '1.2.0')])).toEqual(['pass'])
  expect(judged(waiting, [...before, shown('waiting', '1.3.0')])).toEqual(['pass'])
})
