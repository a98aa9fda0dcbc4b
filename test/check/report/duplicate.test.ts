import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/duplicate.ts'
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
const unusual = plain

describe('the same report a second time', () => {
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
        reason: 'Unexpected 400 for a report that had come before, expected 200, as for its like.',
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
      { verdict: 'fail', actual: 'no answer to a report that had come before' },
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

  it('counts as the second where the answer to the first got lost', () => {
    const failure = { cause: 'timeout', detail: 'no answer in 60000 ms' } as const
    const lost = plain({ status: 'none', failure })
    const trace = traceOf([...installed, lost, plain({ status: 200 })])
    expect(verdicts(check, trace)).toEqual(['pass'])
  })

  it('is the first where the network kept the one before', () => {
    const network = { did: 'lost the request', reachedTarget: false }
    const kept = plain({ status: 'none', network })
    expect(verdicts(check, traceOf([...installed, kept, plain()]))).toEqual(['not-applicable'])
  })

  it('is not one of another code', () => {
    const other = reportPosted('901 Insufficient Memory\r\n', { status: 404 })
    expect(verdicts(check, traceOf([...installed, plain(), other]))).toEqual(['not-applicable'])
  })

  it('is the first of the next installation where the URL stays the same', () => {
    const trace = traceOf([...installed, plain(), ...installed, plain({ status: 404 })])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })
})
