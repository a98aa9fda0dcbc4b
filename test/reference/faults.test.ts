import { describe, expect, it } from 'vitest'
import { loadChecks } from '../../src/check/judge.ts'
import type { Fault } from '../../src/reference/fault.ts'
import { loadFaults } from '../../src/reference/faults.ts'
import type { ProfileSource } from '../../src/reference/native/profile-reader.ts'
import { createReference } from '../../src/reference/reference.ts'
import { composePush } from '../../src/wire/push/compose-push.ts'
import type { PushDraft } from '../../src/wire/push/compose-push.ts'
import { ownDraft, pushPurposes } from '../../src/wire/push/own-draft.ts'
import type { Pdu } from '../../src/wire/smpp/pdu.ts'
import { readDataCoding } from '../../src/wire/sms/data-coding.ts'
import { splitUserData } from '../../src/wire/sms/segments.ts'
import { encodeUdh } from '../../src/wire/sms/udh.ts'
import { converseOfCancelled } from './cancelled-conversation.ts'
import { basic, origin } from './dialogue.ts'
import { ask, get, post } from './question.ts'
import type { Question } from './question.ts'
import { conversePushing } from './push/push-conversation.ts'
import { shake } from './tls/shake.ts'

/** Every check there is, by its id. */
const checks = (await loadChecks()).map(({ id }) => id)

const faults = await loadFaults()

describe('faults', () => {
  it('exist for every check', () => {
    const covered = new Set(faults.map(({ value }) => value.breaks[0]))
    expect(checks.length).toBeGreaterThan(110)
    expect(checks.filter((check) => !covered.has(check))).toEqual([])
  })

  it('name only checks that exist, each once', () => {
    const wrong = faults.flatMap(({ id, value }) =>
      value.breaks
        .filter((check, index) => !checks.includes(check) || value.breaks.indexOf(check) !== index)
        .map((check) => `${id}: ${check}`),
    )
    expect(wrong).toEqual([])
  })

  it('say what the server does in a sentence of their own', () => {
    const titles = faults.map(({ value }) => value.title)
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles.filter((title) => !/^[a-z]+s .{10,90}[^.]$/.test(title))).toEqual([])
  })

  it.each(faults.map(({ id, value }) => [id, value] as const))(
    '%s is seen in a conversation',
    async (_, fault) => {
      expect(await converse(fault)).not.toEqual(await conforming)
    },
  )
})

const symbian9 = 'NokiaN95/11.0.026; Series60/3.1 Profile/MIDP-2.0 Configuration/CLDC-1.1'
const pocketPc = 'Mozilla/4.0 (compatible; MSIE 4.01; Windows CE; PPC; 240x320)'
const smartphone = 'Mozilla/4.0 (compatible; MSIE 4.01; Windows CE; Smartphone; 176x220)'

const right = { Authorization: basic('phone', 'over-the-air') }
const day = 24 * 3_600_000
const twoWeeks = 14 * day

/** One question for each way in which a server can be asked; visits are numbered as they are opened. */
const notification =
  '<pap><resultnotification-message push-id="1" message-state="delivered" code="1000">' +
  '<address address-value="WAPPUSH=+358401234567/TYPE=PLMN@ppg"/></resultnotification-message></pap>'

const questions: readonly Question[] = [
  post('/push-result', notification),
  get('/demo.jad'),
  post('/install-notify/v1', '902 User Cancelled\r\n'),
  get('/demo.jar?visit=v1'),
  get('/demo.jar?visit=v1'),
  get('/demo.jar?visit=v1', { Range: 'bytes=0-29999' }),
  get('/demo.jar?visit=v1', { Accept: 'application/java, application/vnd.oma.drm.message' }),
  get('/demo.jar?visit=v1', { 'User-Agent': 'UNTRUSTED/1.0' }),
  get('/demo.jar'),
  get('/no-such-demo.jar?visit=v1'),
  post('/install-notify/v1', '900 Success\r\n'),
  post('/install-notify/v1', '900 Success\r\n'),
  post('/install-notify/v1', '900 Success'),
  post('/install-notify/v1', '900\r\n'),
  post('/install-notify/v1', '999 Other errors\r\n'),
  post('/install-notify/v1', '900 Success\r\n', { 'Content-Type': 'text/plain; charset=utf-8' }),
  { path: '/install-notify/v1', body: '900 Success\r\n' },
  post('/delete-notify/v1', '912 Deletion Notification\r\n'),
  get('/install-notify/v1'),
  get('/demo.jad', { Accept: '*/*' }),
  get('/demo.jad', { Connection: 'close' }),
  { path: '/demo.jad', arrival: { form: 'absolute' } },
  { path: '/demo.jad', arrival: { version: '1.0' } },
  get('/moved.jad'),
  get('/busy.jad'),
  get('/protected.jad'),
  get('/protected.jad', { Authorization: basic('phone', 'guess') }),
  get('/protected.jad', right),
  get('/protected.jar?visit=v6', right),
  post('/install-notify/v6', '900 Success\r\n'),
  { ...post('/install-notify/v1', '900 Success\r\n'), after: twoWeeks },
  post('/delete-notify/v1', '912 Deletion Notification\r\n'),
  get('/signed.jad'),
  get('/signed-twice.jad'),
  get('/demo.jad?build=updated'),
  get('/signed.jad?build=signed-updated'),
  get('/expired.jad'),
  get('/get'),
  { ...get('/client', { 'User-Agent': symbian9 }), method: 'HEAD' },
  get('/client', { 'User-Agent': symbian9 }),
  post('/contact', 'version=1.1.0&number=1'),
  post('/contact', 'version=1.2.0&number=1'),
  get('/client', { 'User-Agent': pocketPc }),
  get('/client', { 'User-Agent': smartphone }),
  get('/client', { 'User-Agent': symbian9, Range: 'bytes=0-99', 'If-Range': '"another"' }),
  get('/client', { 'User-Agent': symbian9, Range: 'bytes=0-99' }),
  get('/client', { 'User-Agent': symbian9, Range: 'bytes=999999-' }),
  get('/client', { 'User-Agent': symbian9, Range: 'bytes=99-', 'If-Match': '"another"' }),
  get('/client', { 'User-Agent': symbian9, Range: 'bytes=99-', 'If-Match': '*' }),
  get('/client-moved', { 'User-Agent': symbian9 }),
  get('/client-for-symbian-9', { 'User-Agent': pocketPc }),
  get('/client', { 'User-Agent': symbian9, Accept: 'text/html, */*' }),
  get('/client', { 'User-Agent': 'Opera/9.50 (Windows NT 5.1; U; en)' }),
  get('/client', { 'User-Agent': '' }),
  ...['present', 'silent'].map((name) =>
    get('/client', { 'User-Agent': 'Opera/9.50', 'x-wap-profile': `"http://127.0.0.1/${name}"` }),
  ),
  get('/get.wml'),
  get('/demo.jar?visit=v2'),
  get('/demo.jad', { 'User-Agent': 'OldPhone/1.0 Profile/MIDP-1.0 Configuration/CLDC-1.0' }),
  get('/client.dd'),
  get('/picture.dd'),
  ...[11, 12, 13, 14, 15, 16].map((visit) => get(`/objects/v${visit}/picture`)),
  post('/download-notify/v12', '900 Success\r\n'),
  post('/download-notify/v12', '900 Success'),
  post('/download-notify/v12', '900\r\n'),
  post('/download-notify/v13', '954 Loader Error\r\n'),
  get('/more'),
  get('/together.dd'),
]

const touch =
  '<RDF><Description><Vendor>HTC</Vendor><Model>Touch</Model><OSName>Windows CE</OSName></Description></RDF>'

/** One document is there; the other comes to those who wait. */
const profiles: ProfileSource = {
  load: async (url, { msMax }) =>
    url.endsWith('present') || !Number.isFinite(msMax)
      ? { kind: 'document', octets: new TextEncoder().encode(touch) }
      : { kind: 'nothing', reason: 'HTTP status 404' },
}

const quiet = conversePushing(undefined)
const conforming = converse(undefined)

async function converse(fault: Fault | undefined): Promise<readonly unknown[]> {
  let now = 0
  const reference = createReference({
    origin,
    now: () => now,
    outside: { profiles },
    ...(fault === undefined ? {} : { fault }),
  })
  const answers: unknown[] = []
  for (const question of questions) {
    now += question.after ?? 0
    answers.push(await ask(reference, question))
  }
  for (const order of ticketOrders) {
    const issued = reference.orderTicket({ number: '+358401234567', app: 'demo' })
    answers.push(issued)
    for (const question of ticketQuestions(issued?.link ?? '')) {
      now += question.after ?? 0
      answers.push(await ask(reference, question))
    }
    now += order.after
  }
  // A second order for the phone, and the link of the first.
  const order = { number: '+358401234567', app: 'client' }
  const [older] = [reference.orderTicket(order), reference.orderTicket(order)]
  const path = (older?.link ?? origin).slice(origin.length)
  answers.push(await ask(reference, get(path, { 'User-Agent': symbian9 })))
  const fetch = (path: string, headers?: Question['headers']) => ask(reference, get(path, headers))
  answers.push(...(await converseOfCancelled(reference, fetch)))
  answers.push(...(await converseStrictly(fault)))
  const packets = await (fault?.pushing === undefined ? quiet : conversePushing(fault.pushing))
  return [...answers, shake(fault), ...drafts.flatMap((draft) => pushes(draft, fault)), packets]
}

const [created, expires] = ['2006-03-01T09:00:00Z', '2006-03-02T09:00:00Z']
const href = `${origin}/demo.jad`
const indication = { href, siId: 'a', created, expires, text: 'Install', info: [] }

/** What is pushed: what fits one message and what does not, in octets and in septets. */
const drafts: readonly PushDraft[] = [
  { kind: 'si', indication },
  { kind: 'si', indication: { ...indication, text: 'Install '.repeat(40) } },
  { kind: 'text', text: `Install ${href}` },
  { kind: 'text', text: `${'~'.repeat(100)} ${href}` },
  ...pushPurposes.map((purpose) => ownDraft(purpose, { app: 'demo', link: href, at: day })),
]

/** The octets that the centre would get. */
function pushes(draft: PushDraft, fault: Fault | undefined): readonly unknown[] {
  const { dataCoding, elements, octets } = composePush(fault?.draft?.(draft) ?? draft)
  const { alphabet } = readDataCoding(dataCoding)
  const segments = splitUserData({ alphabet, elements, octets }, { referenceBits: 8, reference: 1 })
  return segments.flatMap((segment, index) => {
    const header = segment.elements.length === 0 ? [] : encodeUdh(segment.elements)
    const pdu: Pdu = {
      command: 'submit_sm',
      sequence: index + 1,
      status: 0,
      tlvs: [],
      serviceType: '',
      source: { ton: 0, npi: 1, value: '16400' },
      destination: { ton: 1, npi: 1, value: '358401234567' },
      esmClass: segment.elements.length === 0 ? 0 : 0x40,
      protocolId: 0,
      priority: 0,
      scheduleTime: '',
      validity: '',
      registeredDelivery: 1,
      replaceIfPresent: 0,
      dataCoding,
      defaultMessageId: 0,
      shortMessage: Uint8Array.from([...header, ...segment.octets]),
    }
    return fault?.pushing?.pdu?.(pdu) ?? [pdu]
  })
}

const ticketOrders = [{ after: twoWeeks }, { after: 0 }]
const visitsBefore = 11

/** What is asked of a ticket, from its order until after its end. */
function ticketQuestions(link: string): readonly Question[] {
  const path = link.slice(origin.length)
  const jar = (visit: number) => get(`${path.replace('.jad', '.jar')}?visit=v${visit}`)
  const visits = [1, 2, 3, 4].map((count) => jar(visitsBefore + count))
  return [
    { ...get(path), method: 'HEAD' },
    get(path),
    ...visits,
    get(path, { 'User-Agent': 'AnotherPhone/1.0' }),
    get(path.replace(/.(?=\/demo)/, '_')),
    get(path.replace(/.(?=\/demo)/, '_'), { 'X-MSISDN': '358401234567' }),
    get(path.replace(/[0-9a-f]{32}/, (token) => token.toUpperCase())),
    { ...get(path), after: day / 2 + 1000 },
    { ...jar(visitsBefore + 1), after: day / 2 - 11_000 },
    { ...get(path), after: 20_000 },
    ...visits,
  ]
}

/** With a server that refuses phones of another platform, and whose tickets are for one use. */
async function converseStrictly(fault: Fault | undefined): Promise<readonly unknown[]> {
  const reference = createReference({
    origin,
    now: () => 0,
    policies: { otherPlatform: 'refuses', ticketUses: 'single' },
    ...(fault === undefined ? {} : { fault }),
  })
  const issued = reference.orderTicket({ number: '+358401234567', app: 'client' })
  const path = (issued?.link ?? origin).slice(origin.length)
  const answers: unknown[] = []
  for (const question of [
    get('/client-for-pocket-pc', { 'User-Agent': symbian9 }),
    get(path, { 'User-Agent': symbian9, Range: 'bytes=0-99' }),
    get(path, { 'User-Agent': symbian9 }),
    get(path, { 'User-Agent': symbian9 }),
  ]) {
    answers.push(await ask(reference, question))
  }
  return answers
}
