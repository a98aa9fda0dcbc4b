import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/answers-any-accept.ts'
import { descriptorFetched, told } from '../trace-builder.ts'

const anything = (status: number) =>
  descriptorFetched(undefined, { status, requestHeaders: [['Accept', '*/*']] })

describe('a phone that accepts anything', () => {
  it('gets the descriptor', () => {
    expect(told(check, [anything(200)])).toEqual(['pass: Accept: */* was answered 200'])
  })

  it('is never told 406', () => {
    expect(told(check, [anything(406)])).toEqual([
      'fail: Unexpected status 406 for Accept: */*, expected the descriptor.',
    ])
  })

  it('is not refused what another phone gets', () => {
    expect(told(check, [descriptorFetched(), anything(404)])).toEqual([
      'fail: Unexpected status 404 for Accept: */*, expected status 200, as for the exact type.',
    ])
  })

  it('shares the fate of all others where there is no descriptor at all', () => {
    expect(told(check, [anything(404)])).toEqual([
      'inconclusive: The answer was 404, whatever Accept says.',
    ])
  })

  it('may be sent elsewhere, asked for credentials or told to wait first', () => {
    const first = [descriptorFetched(), anything(302), anything(503), anything(401)]
    expect(told(check, [...first, anything(200)])).toEqual(['pass: Accept: */* was answered 200'])
  })

  it('shows nothing where its user has no password', () => {
    expect(told(check, [descriptorFetched(), anything(302), anything(401)])).toEqual([
      'not-applicable: no descriptor was asked for with Accept: */*, or a password was wanted first',
    ])
  })

  it('did not come in most traces', () => {
    expect(told(check, [descriptorFetched()])).toEqual([
      'not-applicable: no descriptor was asked for with Accept: */*, or a password was wanted first',
    ])
  })
})
