import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/absolute-form.ts'
import {
  descriptorFetched,
  findings,
  jadUrl,
  reportPosted,
  traceOf,
  verdicts,
} from '../trace-builder.ts'

const whole = { target: jadUrl }

describe('a whole URL on the request line', () => {
  it('may be answered as a path is', () => {
    const trace = traceOf([descriptorFetched(), descriptorFetched(undefined, whole)])
    expect(verdicts(check, trace)).toEqual(['pass'])
  })

  it('may not be answered 404 where a path is answered 200', () => {
    const trace = traceOf([descriptorFetched(), descriptorFetched('', { ...whole, status: 404 })])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        at: 2,
        cause: 1,
        reason:
          'Unexpected status 404 for a request with a whole URL on its request line, expected status 200, as without it.',
      },
    ])
  })

  it('may not be answered with a home page', () => {
    const page = { ...whole, headers: [['Content-Type', 'text/html; charset=utf-8']] } as const
    const trace = traceOf([descriptorFetched(), descriptorFetched('<html>', page)])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        actual: 'text/html for a whole URL',
        expected: 'text/vnd.sun.j2me.app-descriptor, as for the path alone',
      },
    ])
  })

  it('may not be left without an answer', () => {
    const failure = { cause: 'reset', detail: 'the target closed the connection' } as const
    const silent = descriptorFetched('', { ...whole, status: 'none', failure })
    expect(verdicts(check, traceOf([descriptorFetched(), silent]))).toEqual(['fail'])
  })

  it('says nothing where no path was answered', () => {
    const trace = traceOf([descriptorFetched('', { ...whole, status: 404 })])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'inconclusive',
        reason: expect.stringContaining('blocked by descriptor/media-type'),
      },
    ])
  })

  it('is compared with requests for the same alone', () => {
    const trace = traceOf([
      reportPosted(900),
      reportPosted(907, { target: 'http://ota.test/n/abc', status: 500 }),
    ])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })

  it('is not blamed for what the user stopped', () => {
    const failure = { cause: 'cancelled', detail: 'the user stopped the transfer' } as const
    const stopped = descriptorFetched('', { ...whole, status: 'none', failure })
    expect(verdicts(check, traceOf([descriptorFetched(), stopped]))).toEqual(['not-applicable'])
  })

  it('is not judged where none was sent', () => {
    expect(verdicts(check, traceOf([descriptorFetched()]))).toEqual(['not-applicable'])
  })
})
