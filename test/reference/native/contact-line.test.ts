/** Clients that speak no HTTP, in memory. */
import { describe, expect, it } from 'vitest'
import { createSocketPair } from '../../../src/adapters/in-memory-socket.ts'
import { createTcpTalk } from '../../../src/adapters/tcp-talk.ts'
import { serveContactLine } from '../../../src/reference/native/contact-line.ts'

async function say(line: string) {
  const heard: string[] = []
  const connect = () => {
    const [near, far] = createSocketPair()
    serveContactLine({ contacted: (...said) => void heard.push(said.join(' ')) }, far)
    return near
  }
  const turns = [
    { kind: 'send', octets: new TextEncoder().encode(line) },
    { kind: 'line', text: '250' },
  ] as const
  const { kind, received } = await createTcpTalk({ connect, limits: { totalMsMax: 300 } }).talk({
    host: 'reference.test',
    port: 5011,
    turns,
  })
  return { kind, received: Buffer.from(received).toString('latin1'), heard }
}

const refusal = '500 CONTACT, version and number are wanted\r\n'

describe('a client that speaks no HTTP', () => {
  it('says version and number, and is welcome', async () => {
    expect(await say('CONTACT 1.2.0 +358401234567\r\n')).toEqual({
      kind: 'held',
      received: '250 welcome\r\n',
      heard: ['1.2.0 +358401234567'],
    })
  })

  it.each([
    ['no version', 'CONTACT +358401234567\r\n'],
    ['no number', 'CONTACT 1.2.0 nobody\r\n'],
    ['something else', 'GET / HTTP/1.1\r\n'],
    ['more than a line', 'C'.repeat(300)],
  ])('is turned away with %s', async (_, line) => {
    expect(await say(line)).toEqual({ kind: 'contradicted', received: refusal, heard: [] })
  })
})
