import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestOctets } from '../../src/adapters/request-octets.ts'
import { OtaError } from '../../src/errors.ts'

function asked(url: string) {
  const { origin, recorded } = requestOctets({
    method: 'GET',
    url,
    form: 'origin',
    version: '1.1',
    headers: [],
    framing: 'length',
    connection: 'close',
  })
  return { origin, target: recorded.target, host: recorded.headers[0]?.[1] }
}

/** None where the URL is refused. */
function contacted(url: string): string | undefined {
  try {
    return new URL(asked(url).origin).host
  } catch (error) {
    if (error instanceof OtaError) return undefined
    throw error
  }
}

describe('the host that is contacted', () => {
  it.each([
    ['http://ota.test/x', 'http://ota.test', '/x'],
    ['http://ota.test:8080?x', 'http://ota.test:8080', '/?x'],
    ['http://qa:secret@ota.test/x', 'http://ota.test', '/x'],
    ['http://a@elsewhere.test@ota.test/x', 'http://ota.test', '/x'],
    ['http://a@b@c@ota.test:81/@x', 'http://ota.test:81', '/@x'],
    ['http://ota.test\\@elsewhere.test/x', 'http://ota.test', '/\\@elsewhere.test/x'],
    ['http://ota.test/@elsewhere.test/x', 'http://ota.test', '/@elsewhere.test/x'],
    ['http://ota.test?@elsewhere.test/x', 'http://ota.test', '/?@elsewhere.test/x'],
    ['http://ota.test#@elsewhere.test/x', 'http://ota.test', '/'],
  ])('of %s is that of its authority alone', (url, origin, target) => {
    expect(asked(url)).toEqual({ origin, target, host: origin.slice('http://'.length) })
  })

  it('is the one that was looked at, however a URL is written', () => {
    const marks = [
      '@',
      '\\',
      '/',
      '//',
      '?',
      '#',
      ':',
      ':80',
      '%40',
      '%5C',
      '[',
      ']',
      '.',
      ' ',
      '\t',
    ]
    const names = ['ota.test', 'elsewhere.test', '127.0.0.1', '0x7f.1', '\u3002', '\uFF20', 'http:']
    const piece = fc.constantFrom(...marks, '\n', ...names, 'a')
    const text = fc
      .array(piece, { minLength: 1, maxLength: 12 })
      .map((pieces) => `http://${pieces.join('')}`)
    fc.assert(
      fc.property(text, (url) => {
        if (!URL.canParse(url)) return
        const { host } = new URL(url)
        expect(contacted(url) ?? host).toBe(host)
      }),
      { numRuns: 20_000 },
    )
  })
})
