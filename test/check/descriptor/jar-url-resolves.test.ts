import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/jar-url-resolves.ts'
import { link, number, ordered, toldOf } from '../ticket/ticket-trace.ts'
import { descriptorFetched, descriptorText, packageFetched, told } from '../trace-builder.ts'

const descriptor = (url: string) =>
  descriptorFetched(descriptorText({ 'MIDlet-Jar-URL': url }), {
    url: 'http://ota.test/get/demo.jad',
  })
const nothingAt = (url: string) => packageFetched('', { url, status: 404, headers: [] })

describe('the URL of a package', () => {
  it.each([
    ['demo.jar', 'http://ota.test/get/demo.jar'],
    ['../demo.jar?id=7', 'http://ota.test/demo.jar?id=7'],
    ['http://cdn.ota.test/demo.jar', 'http://cdn.ota.test/demo.jar'],
  ])('%s leads to %s', (written, url) => {
    expect(told(check, [descriptor(written), packageFetched(undefined, { url })])).toEqual([
      `pass: leads to ${url}`,
    ])
  })

  it.each(['http://', 'ftp://ota.test/demo.jar', 'my demo.jar'])('is not %s', (written) => {
    expect(told(check, [descriptor(written)])).toEqual([
      `fail: Unexpected MIDlet-Jar-URL "${written}", expected an http URL by the grammar of RFC 3986.`,
    ])
  })

  it('that is relative leads to the package', () => {
    expect(
      told(check, [descriptor('demo.jar'), nothingAt('http://ota.test/get/demo.jar')]),
    ).toEqual([
      'fail: Unexpected MIDlet-Jar-URL "demo.jar" that leads to http://ota.test/get/demo.jar (404), expected a relative URL that leads to the package.',
    ])
  })

  it('that is absolute is right even if nothing is there', () => {
    const url = 'http://ota.test/demo.jar'
    expect(told(check, [descriptor(url), nothingAt(url)])).toEqual([`pass: leads to ${url}`])
  })

  it('is not to blame where the order of a link for one phone was cancelled', () => {
    const url = link.replace('demo.jad', 'demo.jar')
    const body = descriptorText({ 'MIDlet-Jar-URL': 'demo.jar' })
    const begun = descriptorFetched(body, { url: link, at: 1_000, startedAt: 1_000 })
    const gone = packageFetched('', { url, status: 404, headers: [], at: 3_000, startedAt: 3_000 })
    const cancelled = { type: 'ticket.cancelled', app: 'demo', to: number, at: 2_000 } as const
    expect(toldOf(check, [...ordered(0), begun, cancelled, gone])).toEqual([
      `pass: leads to ${url}`,
    ])
    expect(toldOf(check, [...ordered(0), begun, gone])[0]).toContain('fail: ')
  })
})
