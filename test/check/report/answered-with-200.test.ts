import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/answered-with-200.ts'
import {
  deleteUrl,
  descriptorFetched,
  findings,
  packageFetched,
  reportPosted,
  traceOf,
  verdicts,
} from '../trace-builder.ts'

const installed = [descriptorFetched(), packageFetched()]
const timeout = { cause: 'timeout', detail: 'no answer in 60000 ms' } as const
const reset = { cause: 'reset', detail: 'the connection was closed before an answer' } as const

describe('an install report', () => {
  it('is answered 200', () => {
    expect(findings(check, traceOf([...installed, reportPosted()]))).toMatchObject([
      { verdict: 'pass', at: 3, reason: 'the report of 900 was answered 200' },
    ])
  })

  it.each([201, 202, 204, 302, 401, 404, 500])('is not answered %d', (status) => {
    const trace = traceOf([...installed, reportPosted(undefined, { status })])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        level: 'must',
        at: 3,
        reason: `Unexpected status ${status} for the report of 900, expected 200.`,
      },
    ])
  })

  it('of a failed installation is answered 200 too', () => {
    const report = reportPosted('904 JAR size mismatch\r\n', { status: 400 })
    expect(findings(check, traceOf([...installed, report]))).toMatchObject([
      { verdict: 'fail', actual: 'status 400 for the report of 904' },
    ])
  })

  it('is answered at all', () => {
    const trace = traceOf([
      ...installed,
      reportPosted(undefined, { status: 'none', failure: reset }),
    ])
    expect(findings(check, trace)).toMatchObject([
      { verdict: 'fail', actual: 'no answer to the report of 900' },
    ])
  })

  it('that nobody answers in time is another matter', () => {
    const report = reportPosted(undefined, { status: 'none', failure: timeout })
    expect(verdicts(check, traceOf([...installed, report]))).toEqual(['not-applicable'])
  })

  it('is judged by what the target said, not by what the network made of it', () => {
    const delivered = { status: 500, headers: [], body: new Uint8Array() }
    const altered = { did: 'answered 500', reachedTarget: true, delivered }
    const kept = { did: 'answered 500', reachedTarget: false, delivered }
    const good = reportPosted(undefined, { network: altered })
    const unsent = reportPosted(undefined, { status: 'none', network: kept })
    expect(verdicts(check, traceOf([...installed, good]))).toEqual(['pass'])
    expect(verdicts(check, traceOf([...installed, unsent]))).toEqual(['not-applicable'])
  })

  it('in an unusual form is left to the check of that form', () => {
    const bare = reportPosted('900 Success', { status: 400 })
    expect(verdicts(check, traceOf([...installed, bare]))).toEqual(['not-applicable'])
  })

  it('is another matter than a deletion', () => {
    const deletion = reportPosted('912 Deletion Notification\r\n', { url: deleteUrl, status: 404 })
    expect(verdicts(check, traceOf([...installed, deletion]))).toEqual(['not-applicable'])
  })
})
