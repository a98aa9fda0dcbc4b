/** Programs that ran, written to a file and read again. */
import { expect, it } from 'vitest'
import { formatTrace, parseTrace } from '../../src/trace/jsonl.ts'
import type { ProgramEventFact } from '../../src/trace/program-events.ts'
import { traceOf } from '../check/trace-builder.ts'

const run: ProgramEventFact = {
  type: 'program.run',
  suite: { vendor: '', name: 'Acme Client', version: '1.2.0', uid: '0x10005D1A' },
  program: 'c:\\a.exe',
  when: 'removal',
  waited: true,
}

it('a program that ran is read as it was written', () => {
  const trace = traceOf([run])
  expect(parseTrace(formatTrace(trace))).toEqual(trace)
})

it('one that ran at another time is refused with its line', () => {
  const text = formatTrace(traceOf([run])).replace('"removal"', '"midnight"')
  expect(() => parseTrace(text)).toThrow(
    'when: Unexpected "midnight", expected "installation" or "removal"',
  )
})
