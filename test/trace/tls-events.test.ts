import { expect, it } from 'vitest'
import type { TraceFact } from '../../src/trace/events.ts'
import { formatTrace, hashTrace, parseTrace } from '../../src/trace/jsonl.ts'
import { traceOf } from '../check/trace-builder.ts'

const shaken: TraceFact = {
  type: 'tls.shaken',
  manner: 'today',
  host: 'ota.test',
  port: 443,
  offered: 'TLS 1.2',
  serverName: 'ota.test',
  version: 'TLS 1.2',
  cipherSuite: 'TLS_RSA_WITH_AES_128_CBC_SHA',
  certificates: [Uint8Array.of(1, 2), Uint8Array.of(3)],
  day: '2026-01-02T00:00:00.000Z',
}

const refused: TraceFact = {
  type: 'tls.shaken',
  manner: 'of-the-age',
  host: 'ota.test',
  port: 443,
  offered: 'TLS 1.0',
  certificates: [],
  alert: 'protocol_version',
  failure: { cause: 'truncated', detail: 'the server closed the connection' },
}

it('handshakes and roots are read as they were written', () => {
  const trace = traceOf([{ type: 'tls.roots', roots: [Uint8Array.of(3)] }, shaken, refused])
  expect(parseTrace(formatTrace(trace))).toEqual(trace)
})

it('the day on which a server was asked is no part of the trace hash, what it sent is', () => {
  const hash = (change: object) => hashTrace(traceOf([{ ...shaken, ...change }]))
  expect(hash({ day: '2027-01-02T00:00:00.000Z' })).toBe(hash({}))
  expect(hash({ certificates: [Uint8Array.of(1, 2)] })).not.toBe(hash({}))
})

it.each([
  ['"manner":"today"', '"manner":"soon"', 'manner: Unexpected "soon"'],
  ['"offered":"TLS 1.2"', '"offered":"TLS 9"', 'offered: Unexpected "TLS 9"'],
  ['"day":"2026', '"day":"x026', 'day: Unexpected'],
  ['"certificates":[', '"certificates":[5,', 'certificates[0]: Unexpected 5'],
  ['"certificates":[', '"certificates":[{"$octets":"5"},', 'Unexpected octets 5'],
  ['"certificates":[', '"certificates":[[[]],', 'certificates[0]: Unexpected list'],
])('%s as %s is refused', (right, wrong, complaint) => {
  const text = formatTrace(traceOf([shaken]))
  expect(() => parseTrace(text.replace(right, wrong))).toThrow(complaint)
})
