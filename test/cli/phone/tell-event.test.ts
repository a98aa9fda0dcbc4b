import { expect, test } from 'vitest'
import { tellEvent } from '../../../src/cli/phone/tell-event.ts'
import type { ContactOutcome } from '../../../src/trace/client-events.ts'
import type { Exchange, TraceFact } from '../../../src/trace/events.ts'

const none = new Uint8Array()
const suite = { vendor: 'Acme', name: 'Demo\u001B[2J', version: '1.0.0' }
const exchange: Exchange = {
  type: 'http.exchanged',
  seq: 1,
  at: 0,
  actor: 'radio',
  purpose: 'descriptor',
  startedAt: 0,
  request: {
    method: 'GET',
    url: 'http://ota.test/a.jad',
    target: '/a.jad',
    version: '1.1',
    headers: [],
    head: none,
    body: none,
  },
}

const answered = (status: number, retryAfter?: string): Exchange => ({
  ...exchange,
  response: {
    status,
    reason: '',
    version: '1.1',
    headers: retryAfter === undefined ? [] : [['Retry-After', retryAfter]],
    head: none,
    body: new Uint8Array(3),
  },
})

const client = 'Demo\\x1B[2J of Acme 1.0.1'
const contacted = (outcome: ContactOutcome): TraceFact => ({
  type: 'client.contacted',
  suite,
  version: '1.0.1',
  purpose: 'first',
  server: 'ota.test:5011',
  outcome,
  detail: '7 octets came back',
})

test.each<[TraceFact, ReturnType<typeof tellEvent>]>([
  [exchange, { err: 'GET http://ota.test/a.jad: no answer' }],
  [answered(200), { err: 'GET http://ota.test/a.jad: 200, 3 octets' }],
  [answered(503, '30'), { err: 'GET http://ota.test/a.jad: 503, 3 octets, again in 30 s' }],
  [
    { ...exchange, failure: { cause: 'reset', detail: 'reset\r\nby peer' } },
    { err: 'GET http://ota.test/a.jad: reset\\r\\nby peer' },
  ],
  [contacted('accepted'), { out: `${client} connected to ota.test:5011: 7 octets came back` }],
  [contacted('refused'), { out: `${client} was not welcome at ota.test:5011: 7 octets came back` }],
  [contacted('failed'), { out: `${client} did not reach ota.test:5011: 7 octets came back` }],
  [contacted('no-coverage'), { out: `${client} did not reach ota.test:5011: 7 octets came back` }],
  [{ type: 'coverage.changed', covered: false }, { err: 'no coverage' }],
  [
    {
      type: 'program.run',
      suite: { vendor: 'Acme', name: 'Client', version: '1' },
      program: 'c:\\a.exe\r\n',
      when: 'removal',
      waited: true,
    },
    { out: 'c:\\a.exe\\r\\n of Client of Acme runs at removal' },
  ],
  [{ type: 'coverage.changed', covered: true }, { err: 'coverage is back' }],
  [
    { type: 'prompt.shown', prompt: 'install', text: 'Install\u202E?' },
    { out: '? Install\\u{202E}?' },
  ],
  [{ type: 'prompt.answered', prompt: 'install', answer: 'accept' }, { out: '> accept' }],
  [
    { type: 'prompt.answered', prompt: 'credentials', answer: 'right credentials' },
    { out: '> user name and password' },
  ],
  [
    { type: 'install.settled', outcome: 'installed', code: 900, reason: 'installed', suite },
    { out: 'Demo\\x1B[2J of Acme 1.0.0 is installed' },
  ],
  [
    { type: 'install.settled', outcome: 'refused', code: 906, reason: 'no version', suite },
    { out: 'not installed: no version (906)' },
  ],
  [
    { type: 'install.settled', outcome: 'dead-end', reason: 'HTTP status 404' },
    { out: 'not installed: HTTP status 404' },
  ],
  [{ type: 'package.verified', suite, trust: 'unsigned' }, { out: 'signature: unsigned' }],
  [
    {
      type: 'package.verified',
      suite,
      trust: 'outdated',
      signer: 'CN=Acme\u{1b}[2J',
      detail: 'it has expired',
    },
    { out: 'signature: outdated (CN=Acme\\x1B[2J), it has expired' },
  ],
  [{ type: 'suite.launched', suite }, { out: 'Demo\\x1B[2J of Acme runs' }],
  [{ type: 'suite.removed', suite }, { out: 'Demo\\x1B[2J of Acme is removed' }],
  [{ type: 'report.delivered', id: 'report.1', attempts: 1 }, { out: 'report 900 delivered' }],
  [
    { type: 'report.kept', id: 'report.1', attempts: 1, reason: 'HTTP status 500' },
    { out: 'report 900 kept after 1 attempt: HTTP status 500' },
  ],
  [
    { type: 'report.abandoned', id: 'report.1', attempts: 5, reason: 'HTTP status 500' },
    { out: 'report 900 given up after 5 attempts: HTTP status 500' },
  ],
  [{ type: 'power.changed', on: true }, {}],
])('%o is told to the user', (fact, told) => {
  expect(tellEvent({ seq: 1, at: 0, actor: 'handset', ...fact }, () => 900)).toEqual(told)
})
