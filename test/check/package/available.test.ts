import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/available.ts'
import { descriptorFetched, jarUrl, packageFetched, told } from '../trace-builder.ts'

describe('the package at MIDlet-Jar-URL', () => {
  it('is there', () => {
    expect(told(check, [descriptorFetched(), packageFetched()])).toEqual([
      `pass: status 200 at ${jarUrl}`,
    ])
  })

  it('is missed when the target says 404', () => {
    expect(told(check, [descriptorFetched(), packageFetched('', { status: 404 })])).toEqual([
      `fail: Unexpected status 404 at ${jarUrl}, expected status 200.`,
    ])
  })

  it('is missed when the target sends a part that nobody asked for', () => {
    const headers = [['Content-Range', 'bytes 0-3/9']] as const
    expect(told(check, [packageFetched('PK..', { status: 206, headers })])).toEqual([
      `fail: Unexpected status 206 at ${jarUrl}, expected status 200.`,
    ])
  })

  it.each(['reset', 'truncated', 'refused', 'timeout', 'malformed'] as const)(
    'is missed when the target ends the transfer with: %s',
    (cause) => {
      const lost = packageFetched('', { status: 'none', failure: { cause, detail: 'why' } })
      expect(told(check, [lost])).toEqual([
        `fail: Unexpected ${cause} (why) at ${jarUrl}, expected status 200.`,
      ])
    },
  )

  it('is not missed when the user or the radio stopped the transfer', () => {
    for (const cause of ['cancelled', 'no-coverage', 'limit'] as const) {
      const network = { did: 'cut the response', reachedTarget: true }
      const cut = packageFetched('half', { failure: { cause, detail: 'stopped' }, network })
      expect(told(check, [cut])).toEqual(['not-applicable: no package was asked for'])
    }
  })

  it('may be behind a redirect, a password or a busy spell', () => {
    const onTheWay = [
      packageFetched('', { status: 302, headers: [['Location', jarUrl]] }),
      packageFetched('', { status: 401 }),
      packageFetched('', { status: 407 }),
      packageFetched('', { status: 503, headers: [['Retry-After', '10']] }),
    ]
    expect(told(check, [...onTheWay, packageFetched()])).toEqual([`pass: status 200 at ${jarUrl}`])
  })

  it('may not be behind a busy server that says nothing of when to come again', () => {
    expect(told(check, [packageFetched('', { status: 503 })])).toEqual([
      `fail: Unexpected status 503 at ${jarUrl}, expected status 200.`,
    ])
  })

  it('is not missed where a gateway wrote another URL into the descriptor', () => {
    const delivered = { status: 200, headers: [], body: new Uint8Array(0) }
    const network = { did: 'changed MIDlet-Jar-URL', reachedTarget: true, delivered }
    const elsewhere = packageFetched('', { status: 404, url: `${jarUrl}.not` })
    expect(told(check, [descriptorFetched(undefined, { network }), elsewhere])).toEqual([
      'not-applicable: no package was asked for',
    ])
    const there = packageFetched('', { status: 404 })
    expect(told(check, [descriptorFetched(undefined, { network }), there])).toEqual([
      `fail: Unexpected status 404 at ${jarUrl}, expected status 200.`,
    ])
  })

  it('may be refused to wrong credentials', () => {
    const refused = packageFetched('', { status: 403, credentials: 'wrong' })
    expect(told(check, [refused])).toEqual(['not-applicable: no package was asked for'])
  })

  it('is not expected where a probe asks for one that does not exist', () => {
    const probe = packageFetched('', { status: 404, probe: 'missing-package' })
    expect(told(check, [probe])).toEqual(['not-applicable: no package was asked for'])
  })

  it('is not judged by what the network said in its place', () => {
    const network = { did: 'answered 404', reachedTarget: false }
    expect(told(check, [packageFetched('', { status: 'none', network })])).toEqual([
      'not-applicable: no package was asked for',
    ])
  })
})
