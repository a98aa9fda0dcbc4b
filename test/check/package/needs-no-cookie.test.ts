import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/needs-no-cookie.ts'
import { descriptorFetched, jadType, packageFetched, told } from '../trace-builder.ts'

const absent = 'not-applicable: no package was asked for after its descriptor'
const setting = descriptorFetched(undefined, {
  headers: [jadType, ['Set-Cookie', 'sid=1; Path=/']],
})

describe('the cookie of a descriptor', () => {
  it('is not needed for the package', () => {
    expect(told(check, [setting, packageFetched()])).toEqual(['pass: given without any cookie'])
  })

  it('is missed when the package is refused without it', () => {
    expect(told(check, [setting, packageFetched('', { status: 403 })])).toEqual([
      'fail: Unexpected status 403 without the cookie "sid=1; Path=/", expected the package.',
    ])
  })

  it('has nothing to do with a package that does not exist or never comes', () => {
    expect(told(check, [setting, packageFetched('', { status: 404 })])).toEqual([
      'inconclusive: blocked by package/available: status 404',
    ])
    const failure = { cause: 'reset', detail: 'connection reset' } as const
    expect(told(check, [setting, packageFetched('', { status: 'none', failure })])).toEqual([
      'inconclusive: blocked by package/available: reset (connection reset)',
    ])
  })

  it('has nothing to do with a refusal where none was set', () => {
    expect(told(check, [descriptorFetched(), packageFetched('', { status: 403 })])).toEqual([
      absent,
    ])
  })

  it('is not known without the descriptor', () => {
    expect(told(check, [packageFetched()])).toEqual([absent])
  })
})
