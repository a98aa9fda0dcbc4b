/** A push as a server of somebody else's sends it: by the npm package `smpp`, in one submit_sm. */
import { composePush } from '../../src/wire/push/compose-push.ts'
import type { PushDraft } from '../../src/wire/push/compose-push.ts'
import { encodeUdh } from '../../src/wire/sms/udh.ts'
import type { Esme } from './esme.ts'

export const indicationOf = (href: string, text = 'Get the demo'): PushDraft => ({
  kind: 'si',
  indication: { href, text, info: [] },
})

/** @returns status and id of the answer */
export async function pushAsEsme(
  esme: Esme,
  to: string,
  draft: PushDraft,
): Promise<readonly [status: number, messageId: string | undefined]> {
  const { dataCoding, elements, octets } = composePush(draft)
  const header = elements.length === 0 ? new Uint8Array() : encodeUdh(elements)
  const answer = await esme.request('submit_sm', {
    source_addr: '16400',
    destination_addr: to.replace('+', ''),
    dest_addr_ton: 1,
    dest_addr_npi: 1,
    esm_class: header.length === 0 ? 0 : 0x40,
    data_coding: dataCoding,
    registered_delivery: 1,
    short_message: Buffer.concat([header, octets]),
  })
  return [answer.command_status, answer.message_id]
}
