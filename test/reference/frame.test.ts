import { describe, expect, it } from 'vitest'
import { defineFault, spoil } from '../../src/reference/fault.ts'
import { frame } from '../../src/reference/frame.ts'
import type { Frame } from '../../src/reference/frame.ts'
import { close, closeAfterEach, converse, splitHead, start } from './connection.ts'

closeAfterEach()

describe('frames', () => {
  const body = new TextEncoder().encode('MIDlet-Name: Demo\r\n')

  async function receive(how: Frame, now = () => 0, sent = body): Promise<string> {
    const fault = defineFault({
      breaks: ['http/framing'],
      title: 'frames',
      answer: spoil('descriptor', () =>
        frame(new Response(sent, { headers: { 'x-one': '1' } }), how),
      ),
    })
    const { listening } = await start({ fault, now })
    return converse(listening.origin, 'GET /demo.jad HTTP/1.1\r\nHost: a\r\n\r\n')
  }

  it('can lie about the length', async () => {
    expect(await receive({ contentLength: 500 })).toBe(
      'HTTP/1.1 200 OK\r\nX-One: 1\r\nContent-Length: 500\r\nConnection: close\r\n\r\nMIDlet-Name: Demo\r\n',
    )
  })

  it('can leave the length out', async () => {
    expect(await receive({ contentLength: 'omit', headerCase: 'lower' })).toBe(
      'HTTP/1.1 200 OK\r\nx-one: 1\r\nconnection: close\r\n\r\nMIDlet-Name: Demo\r\n',
    )
  })

  it('can send chunks, alone or with a length', async () => {
    expect(await receive({ chunked: true })).toBe(
      'HTTP/1.1 200 OK\r\nX-One: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n13\r\nMIDlet-Name: Demo\r\n\r\n0\r\n\r\n',
    )
    expect(await receive({ chunked: true, contentLength: 19 })).toContain(
      'Transfer-Encoding: chunked\r\nContent-Length: 19\r\n',
    )
  })

  it('can cut the body short', async () => {
    expect(splitHead(await receive({ cutAfterBodyOctets: 6 }))).toMatchObject({ body: 'MIDlet' })
    expect(splitHead(await receive({ cutAfterBodyOctets: 6, chunked: true })).body).toBe(
      '6\r\nMIDlet\r\n',
    )
  })

  it('can end by the clock, before or behind the last octet', async () => {
    const sent = new Uint8Array(5000)
    // A second passes whenever somebody looks at it: once at first, then before each 512 octets.
    const ticking = () => {
      let seconds = 0
      return () => 1000 * (seconds += 1)
    }
    const end = async (cutAfterMs: number) =>
      splitHead(await receive({ cutAfterMs }, ticking(), sent)).body.length
    expect(await end(60_000)).toBe(5000)
    expect(await end(3_000)).toBeLessThan(5000)
    expect(await receive({ cutAfterMs: 0 }, () => 0)).toContain('\r\n\r\nMIDlet-Name: Demo\r\n')
  })

  it('can say anything in place of the head', async () => {
    expect(await receive({ statusLine: 'ICY 200' })).toMatch(/^ICY 200\r\n/)
    const rawHead = new TextEncoder().encode('hello\n')
    expect(await receive({ rawHead })).toBe('hello\nMIDlet-Name: Demo\r\n')
  })

  it('can never answer, until the server is closed', async () => {
    const asked = Promise.withResolvers<undefined>()
    const fault = defineFault({
      breaks: ['report/answered-in-time'],
      title: 'hangs',
      answer: (response) => {
        asked.resolve(undefined)
        return frame(response, { hang: true })
      },
    })
    const { listening } = await start({ fault })
    const pending = converse(listening.origin, 'GET /demo.jad HTTP/1.1\r\nHost: a\r\n\r\n')
    await asked.promise
    await close(listening)
    expect(await pending).toBe('')
  })
})
