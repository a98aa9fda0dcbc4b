import { describe, expect, it } from 'vitest'
import {
  openProfileReader,
  profileBounds,
  profileUrlOf,
} from '../../../src/reference/native/profile-reader.ts'

const url = 'http://maker.test/N95.xml'
const document = '<RDF><Description><Model>N95</Model></Description></RDF>'

function open(bodies: readonly (string | undefined)[]) {
  let now = 0
  const asked: string[] = []
  const source = {
    load: async (from: string) => {
      const body = bodies[Math.min(asked.length, bodies.length - 1)]
      asked.push(from)
      return body === undefined
        ? ({ kind: 'nothing', reason: 'HTTP status 404' } as const)
        : ({ kind: 'document', octets: new TextEncoder().encode(body) } as const)
    },
  }
  const told: string[] = []
  const reader = openProfileReader(
    source,
    () => now,
    profileBounds,
    (of, why) => void told.push(`${of}: ${why}`),
  )
  return {
    asked,
    told,
    pass: (ms: number) => void (now += ms),
    model: async (headers: Readonly<Record<string, string>>) =>
      (await reader.read(new Headers(headers)))?.model,
  }
}

const naming = { 'x-wap-profile': `"${url}"` }

describe('the UAProf document of a request', () => {
  it.each([
    ['in quotes', { 'x-wap-profile': `"${url}"` }],
    ['without quotes', { 'x-wap-profile': url }],
    ['among digests', { 'x-wap-profile': `"1-uKhJE/AEeeMzFSejsYshHg==", "${url}"` }],
    ['in a field of another name', { Profile: url }],
    [
      'in a field of the extension framework',
      { Opt: '"http://www.w3.org/1999/06/24-CCPPexchange"; ns=19', '19-Profile': `"${url}"` },
    ],
  ])('is named %s', (_, headers: Readonly<Record<string, string>>) => {
    expect(profileUrlOf(new Headers(headers))).toBe(url)
  })

  it.each([
    ['nothing', {}],
    ['a digest alone', { 'x-wap-profile': '"1-uKhJE/AEeeMzFSejsYshHg=="' }],
    ['another scheme', { 'x-wap-profile': '"file:///etc/passwd"' }],
    ['no address', { 'x-wap-profile': 'http://' }],
    ['an extension without its field', { Opt: '"x"; ns=19' }],
    ['an address that is longer than any', { 'x-wap-profile': `${url}?${'a'.repeat(500)}` }],
    ['what is longer than any address', { 'x-wap-profile': `${' x'.repeat(300)}${url}` }],
  ])('is not named by %s', (_, headers: Readonly<Record<string, string>>) => {
    expect(profileUrlOf(new Headers(headers))).toBeUndefined()
  })

  it('is read, and once only', async () => {
    const { model, asked, pass } = open([document])
    expect(await model(naming)).toBe('N95')
    pass(365 * 86_400_000)
    expect(await model({ Profile: url })).toBe('N95')
    expect(asked).toEqual([url])
  })

  it.each([
    ['a page', '<html/>', 'Unexpected document without an rdf:Description (at octet 0)'],
    ['nothing', undefined, 'HTTP status 404'],
  ])('is not asked for again soon where %s came', async (_, body, why) => {
    const { model, asked, told, pass } = open([body, document])
    expect(await model(naming)).toBeUndefined()
    pass(9 * 60_000)
    expect(await model(naming)).toBeUndefined()
    pass(60_000)
    expect(await model(naming)).toBe('N95')
    expect(asked).toEqual([url, url])
    expect(told).toEqual([`${url}: ${why}`])
  })

  it('is forgotten where there are five hundred others', async () => {
    const { model, asked } = open([document])
    for (let count = 0; count <= 500; count += 1) {
      await model({ 'x-wap-profile': `http://maker.test/${count}` })
    }
    await model({ 'x-wap-profile': 'http://maker.test/500' })
    expect(asked.length).toBe(501)
    await model({ 'x-wap-profile': 'http://maker.test/0' })
    expect(asked.length).toBe(502)
  })

  it('is nowhere without a source', async () => {
    const reader = openProfileReader(undefined, () => 0)
    expect(await reader.read(new Headers(naming))).toBeUndefined()
  })
})
