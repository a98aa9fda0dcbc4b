import { expect, it } from 'vitest'
import { formatTrace, parseTrace } from '../../src/trace/jsonl.ts'
import type { TicketEventFact } from '../../src/trace/ticket-events.ts'
import { traceOf } from '../check/trace-builder.ts'

const order = { app: 'client', to: '+358401234567' }
const facts: readonly TicketEventFact[] = [
  { type: 'ticket.ordered', ...order },
  { type: 'ticket.cancelled', ...order, missed: 'nobody answered' },
  { type: 'ticket.cancelled', ...order },
]

it('what became of an order is read as it was written', () => {
  const trace = traceOf(facts)
  expect(parseTrace(formatTrace(trace))).toEqual(trace)
})

it('an order of which nobody knows for whom it was is refused with its line', () => {
  const text = formatTrace(traceOf(facts)).replaceAll('"to":"+358401234567",', '')
  expect(() => parseTrace(text)).toThrow('to')
})
