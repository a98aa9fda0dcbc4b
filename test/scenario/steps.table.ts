/** What authors may write for each step, and what they may not. */
interface Row {
  /** What an author writes, and what the step plays. */
  readonly right: readonly (readonly [written: unknown, played: unknown])[]
  readonly wrong: readonly unknown[]
}

const once = { from: 1, to: 1 }
const each = { from: 1, to: 9999 }

export const rows: Readonly<Record<string, Row>> = {
  'advance-to': {
    right: [
      [{ ticket: '-15s' }, { ticket: -15_000 }],
      [{ ticket: '+1m' }, { ticket: 60_000 }],
    ],
    wrong: [{}, { ticket: '5m' }, { ticket: 5 }, '1m'],
  },
  advance: {
    right: [
      ['500ms', 500],
      ['14d', 1_209_600_000],
    ],
    wrong: ['5', 5, '', '-5m', '1.5h', 'soon'],
  },
  alter: {
    right: [
      [{ package: 'corrupt' }, { package: 'corrupt', nth: each }],
      [
        { package: 'replace by a web page', labelled: 'as a package' },
        { package: 'replace by a web page', labelled: 'as a package', nth: each },
      ],
      [
        { descriptor: { set: { 'MIDlet-Name': 'a' } }, nth: 2 },
        { descriptor: { set: { 'MIDlet-Name': 'a' } }, nth: { from: 2, to: 2 } },
      ],
      [
        { descriptor: { remove: ['MIDlet-1'], addLine: 'a: b' } },
        { descriptor: { remove: ['MIDlet-1'], addLine: 'a: b' }, nth: each },
      ],
    ],
    wrong: [{}, { package: 'burn' }, { descriptor: 'corrupt' }, { package: 'corrupt', nth: 0 }],
  },
  answer: {
    right: [
      [
        { prompt: 'install', with: 'accept' },
        { prompt: 'install', with: 'accept', within: 300_000 },
      ],
      [
        { prompt: 'credentials', with: 'right', user: 'a', password: 'b', within: '1s' },
        { prompt: 'credentials', with: 'right', user: 'a', password: 'b', within: 1000 },
      ],
    ],
    wrong: [{ prompt: 'install' }, { prompt: 'lunch', with: 'accept' }, { with: 'accept' }],
  },
  await: {
    right: [
      [{ event: 'install.settled' }, { event: 'install.settled', within: 300_000 }],
      [
        { event: 'http.exchanged', where: { purpose: 'package' }, within: '2h' },
        { event: 'http.exchanged', where: { purpose: 'package' }, within: 7_200_000 },
      ],
    ],
    wrong: [{}, { event: 'christmas' }, { event: 'install.settled', until: '5m' }],
  },
  'cancel-order': { right: [['last', 'last']], wrong: ['first', {}, { app: 'demo' }] },
  cancel: {
    right: [
      [{ now: true }, { now: true }],
      [
        { during: 'package', at: 'middle' },
        { during: 'package', at: 'middle' },
      ],
      [
        { during: 'descriptor', at: 17 },
        { during: 'descriptor', at: 17 },
      ],
    ],
    wrong: [{}, { now: false }, { during: 'package' }, { during: 'package', at: -1 }],
  },
  choose: {
    right: [
      [{ text: 'Get' }, { text: 'Get', within: 300_000 }],
      [
        { address: '.jad', within: '1s' },
        { address: '.jad', within: 1000 },
      ],
      [{ leave: true }, { leave: true, within: 300_000 }],
    ],
    wrong: [{}, { text: '' }, { text: 'a', address: 'b' }, { leave: false }, 'Get'],
  },
  coverage: {
    right: [
      ['lost', 'lost'],
      ['regained', 'regained'],
    ],
    wrong: ['found', true, {}],
  },
  'expect-records': {
    right: [
      [{ scores: ['gold', 'silver'] }, { scores: ['gold', 'silver'] }],
      [{ scores: [] }, { scores: [] }],
      [{}, {}],
    ],
    wrong: ['scores', { scores: 'gold' }, { scores: [5] }, { '': ['gold'] }],
  },
  fault: {
    right: [
      [
        { on: 'package', do: 'http-404' },
        { on: 'package', do: 'http-404', nth: once },
      ],
      [
        { on: 'install-report', nth: '1..3', do: 'lose-response' },
        { on: 'install-report', nth: { from: 1, to: 3 }, do: 'lose-response' },
      ],
      [
        { on: 'package', do: 'delay', for: '4m' },
        { on: 'package', do: 'delay', for: 240_000, nth: once },
      ],
      [
        { on: 'package', do: 'lose-coverage', at: 'last' },
        { on: 'package', do: 'lose-coverage', at: 'last', nth: once },
      ],
      [
        { on: 'submit', do: 'throttle', nth: '1..2' },
        { on: 'submit', do: 'throttle', nth: { from: 1, to: 2 } },
      ],
    ],
    wrong: [
      { on: 'package' },
      { do: 'http-404' },
      { on: 'package', do: 'delay' },
      { on: 'package', do: 'lose-coverage' },
      { on: 'package', do: 'http-418' },
      { on: 'submit', do: 'http-404' },
      { on: 'package', do: 'throttle' },
      { on: 'package', do: 'http-404', nth: '3..x' },
      { on: 'package', do: 'http-404', nth: '3..1' },
    ],
  },
  fetch: {
    right: [
      [{ what: 'package' }, { what: 'package' }],
      [{ what: 'earlier-package' }, { what: 'earlier-package' }],
      [{ what: 'next-ticket' }, { what: 'next-ticket' }],
    ],
    wrong: [{}, { what: 'everything' }, 'package'],
  },
  handshake: { right: [[{}, {}]], wrong: ['today', true, { link: 'demo' }] },
  launch: { right: [['last', 'last']], wrong: ['first', {}] },
  open: {
    right: [
      [{ link: 'demo' }, { link: 'demo' }],
      [{ last: 'package' }, { last: 'package' }],
      [{ last: 'offered' }, { last: 'offered' }],
    ],
    wrong: [{}, { link: 5 }, { last: 'descriptor' }, { link: 'demo', last: 'package' }],
  },
  power: {
    right: [
      ['off', 'off'],
      ['on', 'on'],
    ],
    wrong: ['cycle', false],
  },
  'profile-host': { right: [['hang', 'hang']], wrong: ['sleep', {}, ''] },
  publish: {
    right: [
      [{}, { app: 'demo' }],
      [{ app: 'signed' }, { app: 'signed' }],
    ],
    wrong: ['demo', { app: 5 }, { link: 'demo' }],
  },
  push: {
    right: [
      [{}, { from: '16400' }],
      [{ ticket: true }, { from: '16400', ticket: true }],
      [
        { app: 'demo', si: { expires: '+10m', created: '2006-03-01T09:00:00Z' }, valid: '1h' },
        {
          app: 'demo',
          from: '16400',
          valid: 3_600_000,
          si: {
            text: 'Install the demo',
            expires: { kind: 'from now', ms: 600_000 },
            created: { kind: 'date', date: '2006-03-01T09:00:00Z' },
          },
        },
      ],
      [
        { sl: { action: 'cache' }, charset: false, port: 2949 },
        { sl: { action: 'cache' }, charset: false, port: 2949, from: '16400' },
      ],
      [
        { si: { created: '-1d' } },
        {
          from: '16400',
          si: { text: 'Install the demo', created: { kind: 'from now', ms: -86_400_000 } },
        },
      ],
    ],
    wrong: [
      { si: { expires: '10m' } },
      { si: { created: 'today' } },
      { sl: { action: 'delete' } },
      { bearer: 'pigeon' },
      { refused: 'yes' },
      { port: 65_536 },
    ],
  },
  receive: {
    right: [
      [{}, { as: 'link', within: 300_000 }],
      [
        { as: 'discarded', because: 'expired', bearer: 'smsc', within: '1m' },
        { as: 'discarded', because: 'expired', bearer: 'smsc', within: 60_000 },
      ],
      [
        { as: 'message', change: 'removed' },
        { as: 'message', change: 'removed', within: 300_000 },
      ],
    ],
    wrong: [{ as: 'parcel' }, { signal: 'loud' }, { change: 'lost' }],
  },
  refetch: { right: [[{}, {}]], wrong: [{ part: 'most' }, { if: 'ever' }, { as: 'me' }] },
  remove: { right: [['last', 'last']], wrong: ['all'] },
  report: {
    right: [
      [{ code: 999 }, { code: 999, to: 'install' }],
      [
        { code: 912, to: 'delete' },
        { code: 912, to: 'delete' },
      ],
    ],
    wrong: [{}, { code: 99 }, { code: '900' }, { code: 900, to: 'me' }],
  },
  resume: { right: [['last', 'last']], wrong: ['first', {}] },
  smsc: {
    right: [
      ['enquire-link', 'enquire-link'],
      ['unbind', 'unbind'],
      ['cut', 'cut'],
    ],
    wrong: ['bind', {}],
  },
  status: { right: [[{}, { app: 'client' }]], wrong: ['client'] },
  wear: {
    right: [
      [['http-1-0'], ['http-1-0']],
      [[], []],
    ],
    wrong: ['http-1-0', [5]],
  },
  'write-records': {
    right: [
      [
        { scores: ['gold'], names: [] },
        { scores: ['gold'], names: [] },
      ],
      [{ ['s'.repeat(32)]: ['r'.repeat(10_000)] }, { ['s'.repeat(32)]: ['r'.repeat(10_000)] }],
    ],
    wrong: [
      { ['s'.repeat(33)]: [] },
      { scores: ['r'.repeat(10_001)] },
      { scores: Array.from({ length: 101 }, () => '') },
    ],
  },
}
