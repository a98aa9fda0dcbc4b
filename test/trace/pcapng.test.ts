import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FailureCause } from '../../src/trace/events.ts'
import { formatPcapng } from '../../src/trace/pcapng.ts'
import { readPcapng, tellPacket } from './pcapng/read-pcapng.ts'
import { exchangeFact, octets, traceOf } from './sample-trace.ts'
import type { ExchangeFact } from './sample-trace.ts'
import { hasTshark, readCapture, suspicious, withoutTshark } from './tshark.ts'

if (!hasTshark) process.stderr.write(`test/trace/pcapng.test.ts${withoutTshark}\n`)

const { request, response } = exchangeFact()
const answer = response ?? {
  status: 0,
  reason: '',
  version: '',
  headers: [],
  head: octets(''),
  body: octets(''),
}

const packetsOf = (fact: ExchangeFact) => readPcapng(formatPcapng([traceOf(fact)])).packets

test('an exchange is a connection: opened, asked, answered and closed at the virtual times', () => {
  const packets = packetsOf(exchangeFact({ startedAt: 40 }))
  const head = JSON.stringify('GET /demo.jad?a=1&b=%20 HTTP/1.1\r\nHost: ota.test\r\n\r\n')
  const phone = '100.64.0.1:1025'
  const host = '198.18.0.1:80'
  expect(packets.map(tellPacket)).toEqual([
    `${phone} > ${host} S 0 0 ""`,
    `${host} > ${phone} SA 0 1 ""`,
    `${phone} > ${host} A 1 1 ""`,
    `${phone} > ${host} PA 1 1 ${head}`,
    `${host} > ${phone} A 1 53 ""`,
    `${host} > ${phone} PA 1 53 "HTTP/1.1 200 OK\\r\\nContent-Length: 12\\r\\n\\r\\n"`,
    `${phone} > ${host} A 53 40 ""`,
    `${host} > ${phone} PA 40 53 "MIDlet-1: a\\n"`,
    `${phone} > ${host} A 53 52 ""`,
    `${host} > ${phone} FA 52 53 ""`,
    `${phone} > ${host} FA 53 53 ""`,
    `${host} > ${phone} A 53 54 ""`,
  ])
  const begin = BigInt(Date.parse('2006-03-01T09:00:00.000Z'))
  expect(packets.map(({ atMicros }) => atMicros / 1000n - begin)).toEqual([
    40n,
    40n,
    40n,
    40n,
    40n,
    100n,
    100n,
    100n,
    100n,
    100n,
    100n,
    100n,
  ])
})

const endings: readonly (readonly [FailureCause, readonly string[]])[] = [
  ['truncated', ['server FA', 'phone FA', 'server A']],
  ['reset', ['server RA']],
  ['timeout', ['phone FA', 'server FA', 'phone A']],
  ['no-coverage', ['phone A']],
]

test.each(endings)(
  'a partial response that ends in %s ends so in the capture',
  (cause, expected) => {
    const told = packetsOf(exchangeFact({ failure: { cause, detail: 'as it is' } })).map(tellPacket)
    const ends = told.slice(-expected.length).map((line) => {
      const [from = '', , , flags = ''] = line.split(' ')
      return `${from.startsWith('100.64.') ? 'phone' : 'server'} ${flags}`
    })
    expect(ends).toEqual(expected)
    expect(told.filter((line) => line.includes('MIDlet-1')).length).toBe(1)
  },
)

test('a server that refuses the connection answers the SYN with RST', () => {
  const told = packetsOf(exchangeFact({ failure: { cause: 'refused', detail: '' } }))
  expect(told.map(tellPacket)).toEqual([
    '100.64.0.1:1025 > 198.18.0.1:80 S 0 0 ""',
    '198.18.0.1:80 > 100.64.0.1:1025 RA 0 1 ""',
  ])
})

test('what never came to the server is not in the capture', () => {
  expect(
    packetsOf(exchangeFact({ network: { did: 'answered 503', reachedTarget: false } })),
  ).toEqual([])
  expect(packetsOf(exchangeFact({ failure: { cause: 'foreign-host', detail: '' } }))).toEqual([])
  expect(packetsOf(exchangeFact({ request: { ...request, head: octets('') } }))).toEqual([])
})

test('a response in chunks is drawn as one chunk, without an end where it was cut', () => {
  const chunked = { ...answer, headers: [['Transfer-Encoding', 'chunked']] as const }
  const payloadOf = (fact: ExchangeFact) =>
    packetsOf(fact)
      .map(tellPacket)
      .map((line) => /PA \d+ \d+ (".*")$/.exec(line)?.[1])
      .filter((text) => text !== undefined)
      .slice(2)
  expect(payloadOf(exchangeFact({ response: chunked }))).toEqual([
    '"c\\r\\n"',
    '"MIDlet-1: a\\n"',
    '"\\r\\n"',
    '"0\\r\\n\\r\\n"',
  ])
  const failure = { cause: 'truncated', detail: '' } as const
  expect(payloadOf(exchangeFact({ response: chunked, failure }))).toEqual([
    '"c\\r\\n"',
    '"MIDlet-1: a\\n"',
    '"\\r\\n"',
  ])
})

test('each trace is an interface and a phone of its own', () => {
  const { blockTypes, packets } = readPcapng(
    formatPcapng([traceOf(exchangeFact()), traceOf(exchangeFact())]),
  )
  expect(blockTypes.filter((type) => type === 1).length).toBe(2)
  expect(
    packets.filter((_, index) => index % 12 === 0).map((one) => `${one.on} ${tellPacket(one)}`),
  ).toEqual([
    '0 100.64.0.1:1025 > 198.18.0.1:80 S 0 0 ""',
    '1 100.64.0.2:1025 > 198.18.0.1:80 S 0 0 ""',
  ])
})

test('exchanges beyond captureOctetsMax are left out whole, and the section says how many', () => {
  const traces = [traceOf(exchangeFact(), exchangeFact(), exchangeFact())]
  const capture = formatPcapng(traces, { captureOctetsMax: 5000 })
  expect(readPcapng(capture).packets.length).toBe(12)
  expect(Buffer.from(capture).toString('latin1')).toContain(
    '2 exchanges are left out: captureOctetsMax = 5000',
  )
})

const causes = ['refused', 'reset', 'timeout', 'truncated', 'tls', 'no-coverage'] as const
const anyOctets = fc.uint8Array({ maxLength: 5000 })
const anyInstant = fc.oneof(fc.nat(1_000_000), fc.double({ min: 0, max: 1e300, noNaN: true }))

const anyExchange = fc
  .record({
    url: fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), fc.constant('https://a.test:443/\0')),
    head: fc.oneof(anyOctets, fc.constant(request.head)),
    body: anyOctets,
    startedAt: anyInstant,
    cause: fc.option(fc.constantFrom(...causes), { nil: undefined }),
    detail: fc.string({ unit: 'binary', maxLength: 5000 }),
    chunked: fc.boolean(),
    answered: fc.boolean(),
  })
  .map(({ url, head, body, startedAt, cause, detail, chunked, answered }) =>
    exchangeFact({
      startedAt,
      request: { ...request, url, head },
      response: {
        ...answer,
        body,
        ...(answered ? { head: octets('HTTP/1.1 200 OK\r\n\r\n') } : { head }),
        ...(chunked ? { headers: [['Transfer-Encoding', 'chunked']] } : {}),
      },
      ...(cause === undefined ? {} : { failure: { cause, detail } }),
    }),
  )

test('any trace gives a chain of whole blocks', () => {
  fc.assert(
    fc.property(fc.array(anyExchange, { maxLength: 4 }), (facts) => {
      const { blockTypes } = readPcapng(formatPcapng([traceOf(...facts)]))
      expect(blockTypes.slice(0, 3)).toEqual([0x0a0d0d0a, 4, 1])
    }),
    { numRuns: 200 },
  )
})

test.runIf(process.env['CI'] !== undefined)('tshark is there, in CI', () => {
  expect(hasTshark).toBe(true)
})

describe.skipIf(!hasTshark)(`under tshark${withoutTshark}`, () => {
  test('any trace gives a file that is read to its end, and every checksum is right', () => {
    fc.assert(
      fc.property(fc.array(anyExchange, { minLength: 30, maxLength: 30 }), (facts) => {
        const capture = formatPcapng(facts.map((fact) => traceOf(fact)))
        const seen = readCapture(capture, 'frame', ['frame.number'])
        expect(seen.length).toBe(readPcapng(capture).packets.length)
        const wrong = 'ip.checksum.status == 0 || tcp.checksum.status == 0'
        expect(readCapture(capture, wrong, ['frame.number'])).toEqual([])
      }),
      { numRuns: 2, endOnFailure: true },
    )
    // Four times tshark, where many tests share a machine.
  }, 60_000)

  test('shows the case, the request and the status of an exchange', () => {
    const capture = formatPcapng([traceOf(exchangeFact())])
    expect(readCapture(capture, suspicious, ['frame.number', '_ws.expert.message'])).toEqual([])
    const fields = ['frame.interface_name', 'http.request.full_uri', 'http.response.code']
    expect(readCapture(capture, 'http.request || http.response', fields)).toEqual([
      'install/plain @ midp2-plain\thttp://ota.test/demo.jad?a=1&b=%20\t',
      'install/plain @ midp2-plain\t\t200',
    ])
    expect(readCapture(capture, 'frame.comment', ['frame.number', 'frame.comment'])).toEqual([
      '1\tdescriptor',
    ])
  })
})
