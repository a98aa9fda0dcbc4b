import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/answers-any-accept.ts'
import {
  descriptorFetched,
  exchanged,
  type ExchangeSketch,
  jarType,
  jarUrl,
  packageFetched,
  told,
} from '../trace-builder.ts'

const longList = 'application/java-archive, application/vnd.oma.drm.message, image/gif'

const longAsked = (sketch: ExchangeSketch = {}) =>
  exchanged({
    purpose: 'package',
    url: jarUrl,
    headers: [jarType],
    requestHeaders: [['Accept', longList]],
    ...sketch,
  })

describe('a phone with a long Accept list', () => {
  it('gets the package', () => {
    expect(told(check, [descriptorFetched(), longAsked()])).toEqual([
      'pass: status 200 for a long Accept list',
    ])
  })

  it('is not told 406 where others get the package', () => {
    expect(told(check, [packageFetched(), longAsked({ status: 406 })])).toEqual([
      'fail: Unexpected status 406 for a long Accept list, expected the package, as without it.',
    ])
  })

  it('is not cut off where others get the package', () => {
    const failure = { cause: 'reset', detail: 'connection reset' } as const
    expect(told(check, [packageFetched(), longAsked({ status: 'none', failure })])).toEqual([
      'fail: Unexpected reset (connection reset) for a long Accept list, expected the package, as without it.',
    ])
  })

  it('shares the fate of all others where nobody gets the package', () => {
    const all = [packageFetched('', { status: 404 }), longAsked({ status: 404 })]
    expect(told(check, all)).toEqual(['inconclusive: blocked by package/available: status 404'])
  })

  it('did not come in most traces', () => {
    expect(told(check, [packageFetched()])).toEqual([
      'not-applicable: no package was asked for with a long Accept list',
    ])
  })
})
