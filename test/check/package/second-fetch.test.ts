import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/second-fetch.ts'
import { packageFetched, told } from '../trace-builder.ts'

const absent = 'not-applicable: no package was fetched twice'

describe('a package that is fetched again', () => {
  it('is given again', () => {
    expect(told(check, [packageFetched(), packageFetched()])).toEqual([
      'pass: status 200 once more',
    ])
  })

  it('is not spent', () => {
    expect(told(check, [packageFetched(), packageFetched('', { status: 410 })])).toEqual([
      'fail: Unexpected status 410 the second time, expected status 200.',
    ])
  })

  it('is given again when the user stopped the first transfer', () => {
    const stopped = packageFetched('half', {
      failure: { cause: 'cancelled', detail: 'the user stopped the transfer' },
      network: { did: 'cut the response', reachedTarget: true },
    })
    expect(told(check, [stopped, packageFetched('', { status: 410 })])).toEqual([
      'fail: Unexpected status 410 the second time, expected status 200.',
    ])
  })

  it('is given for the first time when the target broke off the first', () => {
    const failure = { cause: 'truncated', detail: 'the target closed the connection' } as const
    const broken = packageFetched('half', { failure })
    expect(told(check, [broken, packageFetched('', { status: 410 })])).toEqual([absent])
  })

  it('is another package under another URL', () => {
    const elsewhere = packageFetched(undefined, { url: 'http://ota.test/other.jar' })
    expect(told(check, [packageFetched(), elsewhere])).toEqual([absent])
  })

  it('is for other checks when it is asked for in another manner', () => {
    const part = packageFetched('', { status: 416, requestHeaders: [['Range', 'bytes=0-9']] })
    expect(told(check, [packageFetched(), part])).toEqual([absent])
  })
})
