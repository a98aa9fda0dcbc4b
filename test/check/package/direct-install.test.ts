import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/direct-install.ts'
import {
  demoJar,
  descriptorFetched,
  exchanged,
  type ExchangeSketch,
  jadType,
  jarType,
  jarUrl,
  told,
} from '../trace-builder.ts'

const opened = (sketch: ExchangeSketch = {}) =>
  exchanged({ purpose: 'descriptor', url: jarUrl, headers: [jarType], body: demoJar(), ...sketch })

const given = 'pass: given: application/java-archive'

describe('the link of a package, opened without its descriptor', () => {
  it('gives the package', () => {
    expect(told(check, [opened()])).toEqual([given])
  })

  it('is known by the descriptor that named it, or by what it gives', () => {
    const url = 'http://ota.test/get?id=1'
    const body = `MIDlet-Jar-URL: ${url}\r\n`
    expect(told(check, [opened({ url })])).toEqual([given])
    expect(told(check, [descriptorFetched(body), opened({ url, status: 403 })])).toEqual([
      'pass: clearly refused: status 403',
    ])
  })

  it('may be refused', () => {
    expect(told(check, [opened({ status: 404, headers: [] })])).toEqual([
      'pass: clearly refused: status 404',
    ])
  })

  it('does not throw the server off', () => {
    expect(told(check, [opened({ status: 500, headers: [] })])).toEqual([
      'fail: Unexpected status 500 for a package without its descriptor, expected the package, or a status of the 400s.',
    ])
    const failure = { cause: 'reset', detail: 'connection reset' } as const
    expect(told(check, [opened({ status: 'none', failure })])).toEqual([
      'fail: Unexpected reset (connection reset) for a package without its descriptor, expected the package, or a status of the 400s.',
    ])
  })

  it('is not known where the package began to come and was broken off', () => {
    const failure = { cause: 'truncated', detail: 'the target closed the connection' } as const
    expect(told(check, [opened({ failure })])).toEqual([
      'inconclusive: blocked by http/framing: truncated (the target closed the connection)',
    ])
  })

  it('gives no page with status 200', () => {
    const page = opened({ headers: [['Content-Type', 'text/html']], body: '<html>' })
    expect(told(check, [page])).toEqual([
      'fail: Unexpected page (text/html) for a package without its descriptor, expected the package, or a status of the 400s.',
    ])
  })

  it('may give the descriptor instead, or a package with a wrong label', () => {
    expect(told(check, [opened({ headers: [jadType], body: 'MIDlet-Name: Demo\r\n' })])).toEqual([
      'pass: given: text/vnd.sun.j2me.app-descriptor',
    ])
    expect(told(check, [opened({ headers: [['Content-Type', 'text/plain']] })])).toEqual([
      'pass: given: text/plain',
    ])
  })

  it('was not opened in most traces', () => {
    expect(told(check, [descriptorFetched()])).toEqual([
      'not-applicable: no package was opened as a link',
    ])
  })
})
