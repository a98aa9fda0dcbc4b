import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/any-content-type.ts'
import {
  descriptorFetched,
  findings,
  packageFetched,
  reportPosted,
  traceOf,
  verdicts,
  type ExchangeSketch,
} from '../trace-builder.ts'

const installed = [descriptorFetched(), packageFetched()]
const plain = (sketch: ExchangeSketch = {}) => reportPosted('900 Success\r\n', sketch)
const labelled = [['Content-Type', 'text/plain; charset=utf-8']] as const
const unusual = (sketch: ExchangeSketch = {}) => plain({ requestHeaders: labelled, ...sketch })

describe('a report with a content type', () => {
  it('is answered 200 like the plain one', () => {
    expect(verdicts(check, traceOf([...installed, plain(), unusual()]))).toEqual(['pass'])
  })

  it('is not answered otherwise than the plain one', () => {
    const trace = traceOf([...installed, plain(), unusual({ status: 400 })])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        at: 4,
        cause: 3,
        reason:
          'Unexpected 400 for a report with Content-Type text/plain, expected 200, as for its like.',
      },
    ])
  })

  it('is answered 200 and nothing near it', () => {
    const trace = traceOf([...installed, plain(), unusual({ status: 204 })])
    expect(verdicts(check, trace)).toEqual(['fail'])
  })

  it('does not break the connection', () => {
    const failure = { cause: 'reset', detail: 'the connection was closed' } as const
    const trace = traceOf([...installed, plain(), unusual({ status: 'none', failure })])
    expect(findings(check, trace)).toMatchObject([
      { verdict: 'fail', actual: 'no answer to a report with Content-Type text/plain' },
    ])
  })

  it('says nothing where the plain one was not answered 200 either', () => {
    const trace = traceOf([...installed, plain({ status: 404 }), unusual({ status: 404 })])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'inconclusive',
        at: 4,
        reason: 'blocked by report/answered-with-200: nothing like it was answered 200',
      },
    ])
  })

  it('is not judged by silence', () => {
    const failure = { cause: 'timeout', detail: 'no answer in 60000 ms' } as const
    const trace = traceOf([...installed, plain(), unusual({ status: 'none', failure })])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })

  it('is missing from most traces', () => {
    expect(verdicts(check, traceOf([...installed, plain({ status: 404 })]))).toEqual([
      'not-applicable',
    ])
  })
})
