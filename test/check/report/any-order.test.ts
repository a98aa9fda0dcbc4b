import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/report/any-order.ts'
import {
  descriptorFetched,
  descriptorText,
  findings,
  jarUrl,
  notifyUrl,
  packageFetched,
  reportPosted,
  traceOf,
  verdicts,
} from '../trace-builder.ts'

const success = '900 Success\r\n'
const tooLarge = '901 Insufficient Memory\r\n'
const removed = '912 Deletion Notification\r\n'

describe('a report before the package', () => {
  it('is answered 200', () => {
    expect(verdicts(check, traceOf([descriptorFetched(), reportPosted(tooLarge)]))).toEqual([
      'pass',
    ])
  })

  it('is not refused for its order', () => {
    const trace = traceOf([
      descriptorFetched(),
      reportPosted(tooLarge, { status: 409 }),
      packageFetched(),
      reportPosted(success),
    ])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'fail',
        at: 2,
        cause: 4,
        reason:
          'Unexpected 409 for a report that came before the package was fetched, ' +
          'expected 200, as for its like.',
      },
    ])
  })

  it('is early for its own package, whatever another visit has fetched since', () => {
    const next = descriptorText({
      'MIDlet-Jar-URL': `${jarUrl}?2`,
      'MIDlet-Install-Notify': `${notifyUrl}2`,
    })
    const trace = traceOf([
      descriptorFetched(),
      descriptorFetched(next),
      packageFetched(undefined, { url: `${jarUrl}?2` }),
      reportPosted(tooLarge),
    ])
    expect(findings(check, trace)).toMatchObject([{ verdict: 'pass', at: 4 }])
  })

  it('may be of a deletion', () => {
    const deletion = traceOf([descriptorFetched(), reportPosted(removed), packageFetched()])
    expect(verdicts(check, deletion)).toEqual(['pass'])
  })

  it('of a deletion is compared with deletions only', () => {
    const early = reportPosted(removed, { status: 404 })
    const installed = [packageFetched(), reportPosted(success)]
    expect(findings(check, traceOf([descriptorFetched(), early, ...installed]))).toMatchObject([
      {
        verdict: 'inconclusive',
        at: 2,
        reason: 'blocked by report/deletion-answered-with-200: nothing like it was answered 200',
      },
    ])
    const next = [descriptorFetched(), packageFetched(), reportPosted(removed)]
    const trace = traceOf([descriptorFetched(), early, ...installed, ...next])
    expect(findings(check, trace)).toMatchObject([{ verdict: 'fail', at: 2, cause: 7 }])
  })

  it('says nothing where no report was answered 200', () => {
    const trace = traceOf([
      descriptorFetched(),
      reportPosted(tooLarge, { status: 404 }),
      packageFetched(),
      reportPosted(success, { status: 404 }),
    ])
    expect(findings(check, trace)).toMatchObject([
      {
        verdict: 'inconclusive',
        reason: 'blocked by report/answered-with-200: nothing like it was answered 200',
      },
    ])
  })

  it('is also one after a request that a gateway led astray, for the target knows nothing of it', () => {
    const delivered = { status: 200, headers: [], body: new Uint8Array(0) }
    const network = { did: 'changed MIDlet-Jar-URL', reachedTarget: true, delivered }
    const refused = reportPosted('907 Invalid JAR\r\n', { status: 409 })
    const after = (url: string) =>
      traceOf([
        descriptorFetched(undefined, { network }),
        packageFetched('', { status: 404, url }),
        refused,
      ])
    expect(verdicts(check, after(`${jarUrl}.not`))).toEqual(['inconclusive'])
    expect(verdicts(check, after(jarUrl))).toEqual(['not-applicable'])
  })

  it('is missing where the package came first', () => {
    const trace = traceOf([descriptorFetched(), packageFetched(), reportPosted(success)])
    expect(verdicts(check, trace)).toEqual(['not-applicable'])
  })
})
