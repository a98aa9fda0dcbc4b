import { describe, expect, it } from 'vitest'
import { readDownloadDescriptor } from '../../../src/wire/download-descriptor.ts'
import { partNamed, partType, readTogether } from '../../../src/wire/download-parts.ts'
import { parseMediaType } from '../../../src/wire/media-types.ts'
import { talkTo } from '../dialogue.ts'

const none = { parts: [], descriptor: undefined }

const agents = {
  java: 'PlainPhone/1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1',
  symbian9: 'NokiaN95/11.0.026; Series60/3.1 Profile/MIDP-2.0 Configuration/CLDC-1.1',
  symbian8: 'Nokia6600/1.0 SymbianOS/7.0s Series60/2.0 Profile/MIDP-2.0',
  pocketPc: 'Mozilla/4.0 (compatible; MSIE 4.01; Windows CE; PPC; 240x320)',
}

describe('download descriptors of the reference', () => {
  it.each([
    ['/client.dd', agents.java, 'application/java-archive'],
    ['/client.dd', agents.symbian9, 'x-epoc/x-sisx-app'],
    ['/client.dd', agents.symbian8, 'application/vnd.symbian.install'],
    ['/client.dd', agents.pocketPc, 'application/vnd.ms-cab-compressed'],
    ['/suite.dd', agents.java, 'text/vnd.sun.j2me.app-descriptor'],
    ['/picture.dd', agents.java, 'image/png'],
  ])('%s for %s says what comes: %s', async (path, agent, type) => {
    const { ask } = talkTo()
    const headers = { 'User-Agent': agent }
    const dd = await ask(`http://ota.example${path}`, { headers })
    const { descriptor, deviations } = readDownloadDescriptor(new TextEncoder().encode(dd.text))
    expect(dd.headers.get('Content-Type')).toBe('application/vnd.oma.dd+xml')
    expect(deviations).toEqual([])
    const { types, size, objectUri = '', installNotifyUri, nextUrl, version } = descriptor
    expect({ types, installNotifyUri, nextUrl, version }).toEqual({
      types: [type],
      installNotifyUri: 'http://ota.example/download-notify/v1',
      nextUrl: 'http://ota.example/more',
      version: '1.0',
    })
    const object = await ask(objectUri, { headers })
    expect([object.status, object.headers.get('Content-Type'), object.octets.length]).toEqual([
      200,
      type,
      size,
    ])
  })

  it.each([
    [agents.symbian9, 'x-epoc/x-sisx-app', 'downloaded'],
    [agents.java, 'application/java-archive', undefined],
  ])('come in one body with their object where that is offered: %s', async (agent, type, state) => {
    const { ask, reference } = talkTo()
    const headers = { 'User-Agent': agent }
    const answer = await ask('http://ota.example/together.dd', { headers })
    const together = parseMediaType(answer.headers.get('Content-Type') ?? '')
    expect(together?.essence).toBe('multipart/related')
    const { parts, descriptor: first } = together ? readTogether(answer.octets, together) : none
    const { descriptor } = readDownloadDescriptor(first?.body ?? new Uint8Array())
    const object = partNamed(parts, descriptor.objectUri ?? '')
    expect([descriptor.types, descriptor.size, object && partType(object)?.essence]).toEqual([
      [type],
      object?.body.length,
      type,
    ])
    expect(reference.statusOf('download-together')).toBe(state ?? 'waiting')
  })

  it.each([
    '/objects/',
    '/objects/v1',
    '/objects/v1/picture/more',
    '/objects/v2/picture',
    '/objects/v1/constructor',
  ])('have no object at %s', async (path) => {
    const { ask } = talkTo()
    await ask('http://ota.example/suite.dd')
    const { status } = await ask(`http://ota.example${path}`)
    expect(status).toBe(404)
  })

  it('wait for a client that they gave out, and know it when it connects', async () => {
    const { ask, reference } = talkTo()
    const headers = { 'User-Agent': agents.symbian9 }
    const dd = await ask('http://ota.example/client.dd', { headers })
    const before = reference.statusOf('download')
    const { descriptor } = readDownloadDescriptor(new TextEncoder().encode(dd.text))
    await ask(descriptor.objectUri ?? '', { headers })
    expect([before, reference.statusOf('download')]).toEqual(['waiting', 'downloaded'])
  })

  it('take every report', async () => {
    const { ask, reference } = talkTo()
    await ask('http://ota.example/picture.dd')
    const statuses = await Promise.all(
      ['900 Success\r\n', '900', ' 900 Success \n\r', '954 Loader Error'].map(
        async (body) =>
          (await ask('http://ota.example/download-notify/v1', { method: 'POST', body })).status,
      ),
    )
    expect([
      statuses,
      reference.ledger.of('v1').map(({ kind, code }) => `${kind} ${code}`),
    ]).toEqual([
      [200, 200, 200, 200],
      ['download 900', 'download 954'],
    ])
  })
})
