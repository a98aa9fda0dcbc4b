import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/deletion-answered-with-200.ts'
import {
  descriptorFetched,
  findings,
  packageFetched,
  reportPosted,
  traceOf,
  verdicts,
  type ExchangeSketch,
} from '../trace-builder.ts'

const removed = (sketch: ExchangeSketch = {}) =>
  traceOf([
    descriptorFetched(),
    packageFetched(),
    reportPosted('900 Success\r\n'),
    reportPosted('912 Deletion Notification\r\n', sketch),
  ])

describe('a deletion report', () => {
  it('is answered 200', () => {
    expect(findings(check, removed())).toMatchObject([{ verdict: 'pass', at: 4 }])
  })

  it.each([202, 204, 404, 500])('is not answered %d', (status) => {
    expect(findings(check, removed({ status }))).toMatchObject([
      {
        verdict: 'fail',
        at: 4,
        reason: `Unexpected status ${status} for a deletion report, expected 200.`,
      },
    ])
  })

  it('is answered at all', () => {
    const failure = { cause: 'reset', detail: 'the connection was closed' } as const
    expect(findings(check, removed({ status: 'none', failure }))).toMatchObject([
      { verdict: 'fail', actual: 'no answer to a deletion report' },
    ])
  })

  it('is missing where nothing was removed', () => {
    const trace = traceOf([descriptorFetched(), packageFetched(), reportPosted('900 Success\r\n')])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })
})
