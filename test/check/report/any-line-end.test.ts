import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/any-line-end.ts'
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
const unusual = (sketch: ExchangeSketch = {}) => reportPosted('900 Success', sketch)

describe('a report without a line end', () => {
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
        reason: 'Unexpected 400 for a report without CR LF, expected 200, as for its like.',
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
      { verdict: 'fail', actual: 'no answer to a report without CR LF' },
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

  it('may also end with a line feed', () => {
    const fed = reportPosted('900 Success\n', { status: 400 })
    expect(verdicts(check, traceOf([...installed, plain(), fed]))).toEqual(['fail'])
  })
})
