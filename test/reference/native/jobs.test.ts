import { expect, it } from 'vitest'
import { openJobs } from '../../../src/reference/native/jobs.ts'

it('a job waits, is downloaded, and is installed once the client of its version connects', () => {
  const jobs = openJobs()
  expect(jobs.stateOf('client')).toBe('waiting')
  jobs.delivered('client', '1.2.0')
  expect(jobs.stateOf('client')).toBe('downloaded')
  jobs.contacted('1.1.0')
  expect(jobs.stateOf('client')).toBe('downloaded')
  jobs.contacted('1.2.0')
  expect(jobs.stateOf('client')).toBe('installed')
  jobs.delivered('client', '1.2.0')
  expect(jobs.stateOf('client')).toBe('installed')
})

it('the oldest of a thousand and one jobs is forgotten', () => {
  const jobs = openJobs()
  for (let n = 0; n <= 1000; n += 1) jobs.delivered(`client ${n}`, '1.0.0')
  expect(jobs.stateOf('client 0')).toBe('waiting')
  expect(jobs.stateOf('client 1')).toBe('downloaded')
})
