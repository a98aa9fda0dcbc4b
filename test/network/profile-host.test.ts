import { describe, expect, it } from 'vitest'
import { createProfileHost } from '../../src/network/profile-host.ts'
import type { ProfileFetch, ProfileHostAct } from '../../src/network/profile-host.ts'

const url = 'http://maker.test/phone.xml'
const document = new TextEncoder().encode('<RDF/>')

function ask(acts: readonly ProfileHostAct[], asked = url) {
  const heard: ProfileFetch[] = []
  const host = createProfileHost()
  host.have(url, () => document)
  host.watch((fetch) => void heard.push(fetch))
  for (const act of acts) host.act(act)
  const reply = host.ask({ url: asked, by: 'a server' })
  return { heard, reply }
}

describe('the host of UAProf documents', () => {
  it('has the document of the phone, and tells who asked for it', () => {
    expect(ask([])).toEqual({
      reply: { kind: 'answer', status: 200, contentType: 'application/xml', octets: document },
      heard: [{ url, by: 'a server', got: 'the document', served: true }],
    })
  })

  it.each([
    ['says nothing', 'hang', { kind: 'silence' }, 'nothing: the host is silent'],
    ['cuts the connection', 'cut', { kind: 'cut' }, 'nothing: the host cut the connection'],
    ['knows of no document', 'missing', { kind: 'answer', status: 404 }, '404 Not Found'],
    [
      'gives a page',
      'garble',
      { kind: 'answer', status: 200, contentType: 'text/html' },
      'a page in its place',
    ],
    [
      'gives more than anybody can read',
      'flood',
      { kind: 'answer', status: 200 },
      '4194304 octets of nothing',
    ],
  ] as const)('%s where the scenario says so', (_, act, reply, got) => {
    const asked = ask([act])
    expect(asked.reply).toMatchObject(reply)
    expect(asked.heard).toEqual([{ url, by: 'a server', got, served: false }])
  })

  it('has no other document', () => {
    expect(ask([], 'http://maker.test/other.xml').reply).toMatchObject({ status: 404 })
  })

  it('serves again once it is told to', () => {
    expect(ask(['hang', 'serve']).reply).toMatchObject({ status: 200 })
  })

  it('answers where nobody listens', () => {
    expect(createProfileHost().ask({ url, by: 'a server' })).toMatchObject({ status: 404 })
  })
})
