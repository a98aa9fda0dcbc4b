import { expect, test } from 'vitest'
import slowsDown from '../../../src/check/checks/smpp/slows-down.ts'
import { hears, message, notTaken, says } from '../pushing-trace.ts'
import { findings, traceOf } from '../trace-builder.ts'

const throttled = 0x58

test('a failure names what was seen and what had to be', () => {
  const facts = [
    says(message('a'), {}, { at: 0 }),
    hears(notTaken, { status: throttled }, { at: 0 }),
    says(message('a'), { sequence: 2 }, { at: 10 }),
  ]
  expect(findings(slowsDown, traceOf(facts))).toMatchObject([
    {
      verdict: 'fail',
      level: 'should',
      reason: 'Unexpected submit_sm 10 ms after status 88, expected at least 1000 ms between them.',
    },
  ])
})
