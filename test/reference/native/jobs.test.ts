import { expect, it } from 'vitest'
import { openJobs } from '../../../src/reference/native/jobs.ts'

const number = '+358401234567'

it('waits until the client was sent, then for the one that connects with that version', () => {
  const jobs = openJobs()
  expect(jobs.stateOf('client')).toBe('waiting')
  jobs.requested('client', '1.2.0')
  expect(jobs.stateOf('client')).toBe('waiting')
  jobs.sent('client', '1.2.0')
  expect(jobs.stateOf('client')).toBe('downloaded')
  jobs.contacted('1.1.0', number)
  expect([jobs.stateOf('client'), jobs.seenOf('client').contacts]).toEqual(['downloaded', 1])
  jobs.contacted('1.2.0', number)
  expect([jobs.stateOf('client'), jobs.seenOf('client').isConfirmed]).toEqual(['installed', true])
  jobs.sent('client', '1.2.0')
  expect([jobs.stateOf('client'), jobs.seenOf('client').isConfirmed]).toEqual(['installed', false])
})

it('takes no contact for the proof of what was never sent', () => {
  const jobs = openJobs()
  jobs.requested('client', '1.2.0')
  jobs.contacted('1.2.0', number)
  expect(jobs.stateOf('client')).toBe('waiting')
})

it('is done at once where the phone has shown the version that is ordered, and only then', () => {
  const jobs = openJobs()
  jobs.contacted('1.2.0', number)
  jobs.ordered('client', { version: '1.2.0', number })
  jobs.ordered('client-updated', { version: '1.3.0', number })
  jobs.ordered('client-of-another', { version: '1.2.0', number: '+1' })
  expect(
    ['client', 'client-updated', 'client-of-another'].map((link) => jobs.stateOf(link)),
  ).toEqual(['installed', 'waiting', 'waiting'])
})

it('remembers a thousand installations, and the oldest goes first', () => {
  const jobs = openJobs()
  for (let number = 0; number <= 1000; number += 1) jobs.sent(`client-${number}`, '1.0.0')
  expect([jobs.stateOf('client-0'), jobs.stateOf('client-1')]).toEqual(['waiting', 'downloaded'])
})
