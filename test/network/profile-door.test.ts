import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchProfile } from '../../src/adapters/profile-fetch.ts'
import { openProfileDoor } from '../../src/network/profile-door.ts'
import type { ProfileDoor } from '../../src/network/profile-door.ts'
import { createProfileHost } from '../../src/network/profile-host.ts'
import type { ProfileFetch } from '../../src/network/profile-host.ts'
import { findFreePort } from '../free-port.ts'

const url = 'http://maker.test/uaprof/UAP.aspx?device=S65'
const document = new TextEncoder().encode('<RDF/>')
const bounds = { msMax: 5000, bytesMax: 100_000 }

const doors: ProfileDoor[] = []
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.close()))
})

async function openDoor() {
  const door = await openProfileDoor(await findFreePort())
  doors.push(door)
  const host = createProfileHost()
  const heard: ProfileFetch[] = []
  host.have(url, () => document)
  host.watch((fetch) => void heard.push(fetch))
  return { door, host, heard, leave: door.join(host) }
}

/** Status and body; `undefined` where the connection ended first. */
function ask(port: number, path: string, method = 'GET'): Promise<readonly unknown[] | undefined> {
  return new Promise((resolve) => {
    const asking = request({ host: '127.0.0.1', port, path, method }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve([response.statusCode, body]))
    })
    asking.on('error', () => resolve(undefined))
    asking.end()
  })
}

describe('the door of UAProf documents', () => {
  it('has a document below the name of the host of its maker, and tells who fetched it', async () => {
    const { door, heard } = await openDoor()
    const address = door.addressOf(url)
    expect(address).toBe(`http://127.0.0.1:${door.port}/maker.test/uaprof/UAP.aspx?device=S65`)
    expect(await fetchProfile(address, bounds)).toEqual({ kind: 'document', octets: document })
    expect(heard).toEqual([{ url, by: 'ota-handset reference', got: 'the document', served: true }])
  })

  it('is a proxy to those who take it for one', async () => {
    const { door } = await openDoor()
    expect(await ask(door.port, url)).toEqual([200, '<RDF/>'])
  })

  it.each([
    ['HEAD without octets', 'HEAD', [200, '']],
    ['nothing to who posts', 'POST', [405, '']],
  ])('gives %s', async (_, method, answer) => {
    const { door } = await openDoor()
    expect(await ask(door.port, '/maker.test/uaprof/UAP.aspx?device=S65', method)).toEqual(answer)
  })

  it.each(['/', '/maker.test', '/%', '//', '/maker.test/uaprof/../../etc/passwd'])(
    'has nothing at %s',
    async (path) => {
      const { door } = await openDoor()
      expect((await ask(door.port, path))?.[0]).toBe(404)
    },
  )

  it('knows who asks without a name', async () => {
    const { door, heard } = await openDoor()
    await ask(door.port, '/maker.test/x')
    expect(heard.map(({ by }) => by)).toEqual(['somebody without a name'])
  })

  it('cuts whoever comes between two cases, or where the scenario says so', async () => {
    const { door, host, leave } = await openDoor()
    host.act('cut')
    expect(await ask(door.port, '/maker.test/x')).toBeUndefined()
    host.act('serve')
    leave()
    expect(await ask(door.port, '/maker.test/x')).toBeUndefined()
  })

  it('leaves the host that was joined since', async () => {
    const { door, leave } = await openDoor()
    const other = createProfileHost()
    other.have('http://other.test/a', () => document)
    door.join(other)
    leave()
    expect(await ask(door.port, '/other.test/a')).toEqual([200, '<RDF/>'])
  })

  it('opens at another port where the usual one is taken, and not at one that was asked for', async () => {
    const [first, second] = [await openProfileDoor(), await openProfileDoor()]
    doors.push(first, second)
    expect(first.port).not.toBe(second.port)
    await expect(openProfileDoor(second.port)).rejects.toMatchObject({
      code: 'network/cannot-listen',
    })
  })
})
