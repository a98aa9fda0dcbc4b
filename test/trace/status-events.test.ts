import { expect, it } from 'vitest'
import { formatTrace, parseTrace } from '../../src/trace/jsonl.ts'
import type { StatusEventFact } from '../../src/trace/status-events.ts'
import { traceOf } from '../check/trace-builder.ts'

const shown: StatusEventFact = {
  type: 'status.read',
  app: 'client',
  url: 'http://ota.test/client',
  version: '1.2.0',
  state: 'downloaded',
  said: 'Downloaded, waiting for verification',
}

it('what a server shows is read as it was written', () => {
  const trace = traceOf([shown])
  expect(parseTrace(formatTrace(trace))).toEqual(trace)
})

it('a state that is none is refused with its line', () => {
  const text = formatTrace(traceOf([shown]))
  expect(() => parseTrace(text.replace('"downloaded"', '"done"'))).toThrow(
    'state: Unexpected "done", expected "waiting" or "downloaded" or "installed"',
  )
})
