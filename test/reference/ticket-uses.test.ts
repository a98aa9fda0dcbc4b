import { describe, expect, it } from 'vitest'
import { attribute, talkTo } from './dialogue.ts'

function order(app: string) {
  const dialogue = talkTo(undefined, { ticketUses: 'single' })
  const issued = dialogue.reference.orderTicket({ number: '+358401234567', app })
  if (issued === undefined) throw new TypeError(`no ticket for ${app}`)
  return { ...dialogue, ...issued }
}

describe('a ticket for one use', () => {
  const agent = { 'User-Agent': 'NokiaN95/11.0.026; Series60/3.1 Profile/MIDP-2.0' }
  const range = (octets: string) => ({ headers: { ...agent, Range: `bytes=${octets}` } })

  it('is used by the package of its suite, not by its descriptor', async () => {
    const { ask, link } = order('demo')
    const packageUrl = attribute((await ask(link)).text, 'MIDlet-Jar-URL')
    expect((await ask(link)).status).toBe(200)
    expect((await ask(packageUrl, { headers: { Range: 'bytes=0-99' } })).status).toBe(206)
    expect((await ask(packageUrl)).status).toBe(200)
    expect([(await ask(packageUrl)).status, (await ask(link)).status]).toEqual([404, 404])
  })

  it('is used by a client that was sent whole, not by HEAD and not by a part', async () => {
    const { ask, link } = order('client')
    expect([
      (await ask(link, { method: 'HEAD', headers: agent })).status,
      (await ask(link, range('0-49'))).status,
      // Nobody who asks so has all that stands before it.
      (await ask(link, range('100-'))).status,
      (await ask(link, { headers: agent })).status,
      (await ask(link, { headers: agent })).status,
    ]).toEqual([200, 206, 206, 200, 404])
  })

  it('is used by the rest of a client whose beginning was sent', async () => {
    const { ask, begin, link } = order('client')
    await begin(link, { headers: agent })
    expect([
      (await ask(link, range('100-199'))).status,
      (await ask(link, range('100-'))).status,
    ]).toEqual([206, 206])
    expect((await ask(link, { headers: agent })).status).toBe(404)
  })

  it('is used by parts without a gap, as phones ask for that take 30 KB at once', async () => {
    const { ask, link } = order('client')
    expect([
      (await ask(link, range('0-99'))).status,
      (await ask(link, range('100-'))).status,
      (await ask(link, { headers: agent })).status,
    ]).toEqual([206, 206, 404])
  })

  it('is used by nothing that a Java phone is told of its suite', async () => {
    const { ask, link } = order('client')
    const java = { 'User-Agent': 'PlainPhone/1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1' }
    expect([
      (await ask(link, { headers: java })).status,
      (await ask(link, { headers: java })).status,
    ]).toEqual([200, 200])
  })

  it('is shown as one that is over', async () => {
    const { ask, link } = order('client')
    await ask(link, { headers: agent })
    const { text } = await ask('http://127.0.0.1:8080/admin/tickets')
    expect(text).toContain('1 tickets, each good for 86400 s and one delivery.')
    expect(text).toContain('<td>over</td>')
  })
})
