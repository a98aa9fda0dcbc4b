/** Contacts of clients, written to a file and read again. */
import { expect, it } from 'vitest'
import type { ClientEventFact } from '../../src/trace/client-events.ts'
import { formatTrace, parseTrace } from '../../src/trace/jsonl.ts'
import { traceOf } from '../check/trace-builder.ts'

const contact: ClientEventFact = {
  type: 'client.contacted',
  suite: { vendor: 'Acme', name: 'Acme Client', version: '' },
  version: '1.2.0',
  purpose: 'update',
  server: 'ota.test:5011',
  outcome: 'accepted',
  detail: '3 octets came back',
}
const octets = { sent: Uint8Array.of(1, 2), received: Uint8Array.of(1, 2, 3) }

it.each([
  ['over HTTP', contact],
  ['over a connection of its own', { ...contact, ...octets }],
])('a contact %s is read as it was written', (_, fact) => {
  const trace = traceOf([fact])
  expect(parseTrace(formatTrace(trace))).toEqual(trace)
})

it('a contact that ends as none can is refused with its line', () => {
  const text = formatTrace(traceOf([contact]))
  expect(() => parseTrace(text.replace('"accepted"', '"perhaps"'))).toThrow(
    'outcome: Unexpected "perhaps", expected "accepted" or "refused" or "failed" or "no-coverage"',
  )
})
