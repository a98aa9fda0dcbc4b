import { openPpg } from '../../src/network/ppg.ts'
import type { OpenPpg, PpgSettings } from '../../src/network/ppg.ts'
import type { PapMessage, PushMessage } from '../../src/wire/pap/message.ts'
import { readPapMessage } from '../../src/wire/pap/read-message.ts'
import { formatPapSubmission } from '../../src/wire/pap/submission.ts'
import { formatPapMessage } from '../../src/wire/pap/write-message.ts'
import { number, raiseBearer } from './bearer-rig.ts'
import type { BearerRig } from './bearer-rig.ts'

const rigs: BearerRig<OpenPpg>[] = []

/** Call it after each test. */
export async function closeGateways(): Promise<void> {
  await Promise.all(rigs.splice(0).map((rig) => rig.close()))
}

export async function raise(
  settings: PpgSettings = {},
  accounts = [{ name: 'acme', password: 'secret' }],
) {
  const rig = await raiseBearer((parts) => openPpg(parts, settings), { accounts })
  rigs.push(rig)
  return rig
}

const acme = `Basic ${Buffer.from('acme:secret').toString('base64')}`
const octets = (text: string) => new TextEncoder().encode(text)

export async function post(
  rig: BearerRig<OpenPpg>,
  { contentType, body }: { readonly contentType: string; readonly body: Uint8Array | string },
  authorization: string | undefined = acme,
): Promise<PapMessage | number> {
  const response = await fetch(`http://127.0.0.1:${rig.place.port}/wappush`, {
    method: 'POST',
    headers: {
      'Content-Type': contentType,
      ...(authorization === '' ? {} : { Authorization: authorization }),
    },
    body: typeof body === 'string' ? body : Buffer.from(body),
  })
  const answer = new Uint8Array(await response.arrayBuffer())
  return response.status === 202 ? readPapMessage(answer).message : response.status
}

export const phone = `WAPPUSH=+${number}/TYPE=PLMN@ppg.example`
export const push: PushMessage = {
  kind: 'push-message',
  pushId: '42@pi.example',
  addresses: [phone],
}
export const si = '<si><indication href="http://127.0.0.1/a.jad">Play</indication></si>'
export const siHeaders = [['Content-Type', 'text/vnd.wap.si']] as const

export const pushOf = (
  changes: Partial<PushMessage> = {},
  headers: readonly (readonly [string, string])[] = siHeaders,
  content: string | Uint8Array = si,
) =>
  formatPapSubmission(
    { ...push, ...changes },
    { headers, body: typeof content === 'string' ? octets(content) : content },
    { boundary: 'b' },
  )

export const entity = (message: PapMessage) => ({
  contentType: 'application/xml',
  body: formatPapMessage(message),
})

export const response = (code: number, description: string, pushId = push.pushId) => ({
  kind: 'push-response',
  pushId,
  senderName: 'ppg',
  replyTime: '2006-03-01T09:00:00Z',
  result: { code, description },
})
export const accepted = response(1001, 'accepted for processing')
