import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/any-user-agent.ts'
import { descriptorFetched, type ExchangeSketch, packageFetched, told } from '../trace-builder.ts'

const byManager = (sketch: ExchangeSketch = {}) =>
  packageFetched(undefined, { requestHeaders: [['User-Agent', 'AMS/1.0']], ...sketch })

describe('an application manager with a name of its own', () => {
  it('gets the package', () => {
    expect(told(check, [descriptorFetched(), byManager()])).toEqual([
      'pass: status 200 for another User-Agent than the descriptor had',
    ])
  })

  it('is not refused what the browser gets', () => {
    const facts = [descriptorFetched(), packageFetched(), byManager({ status: 403 })]
    expect(told(check, facts)).toEqual([
      'fail: Unexpected status 403 for another User-Agent than the descriptor had, expected the package, as without it.',
    ])
  })

  it('cannot be told from others where nobody gets the package', () => {
    expect(told(check, [descriptorFetched(), byManager({ status: 404 })])).toEqual([
      'inconclusive: blocked by package/available: status 404',
    ])
  })

  it('may be asked for credentials first', () => {
    const facts = [descriptorFetched(), byManager({ status: 401 }), byManager()]
    expect(told(check, facts)).toEqual([
      'pass: status 200 for another User-Agent than the descriptor had',
    ])
  })

  it('is known only where the descriptor was seen', () => {
    const absent = 'not-applicable: no package was asked for by another User-Agent'
    expect(told(check, [byManager()])).toEqual([absent])
    expect(told(check, [descriptorFetched(), packageFetched()])).toEqual([absent])
  })
})
