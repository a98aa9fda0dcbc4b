/** What gateways tell the server of its pushes: PAP result notifications, and delivery reports of SMS gateways. */
import { WireError } from '../errors.ts'
import type { PapMessage } from '../wire/pap/message.ts'
import { readPapMessage } from '../wire/pap/read-message.ts'
import { formatPapMessage } from '../wire/pap/write-message.ts'
import type { Answered } from './desk.ts'
import type { FaultContext } from './fault.ts'
import { cacheControl, respond } from './respond.ts'

/** The same answer however often it comes (WAP-247, resultnotification-response). */
export function answerPushResult(context: FaultContext): Answered {
  const message = answerTo(context.body)
  const status = message.kind === 'badmessage-response' ? 400 : 202
  const body = new TextEncoder().encode(formatPapMessage(message))
  const response = respond(status, [['Content-Type', 'application/xml'], cacheControl], body)
  return { response, context }
}

function answerTo(body: Uint8Array): PapMessage {
  try {
    const { message } = readPapMessage(body)
    if (message.kind !== 'resultnotification-message') return bad('no result notification')
    const { pushId, address } = message
    return {
      kind: 'resultnotification-response',
      pushId,
      address,
      result: { code: 1000, description: 'heard' },
    }
  } catch (error) {
    if (error instanceof WireError) return bad(error.message)
    throw error
  }
}

function bad(description: string): PapMessage {
  return { kind: 'badmessage-response', result: { code: 2000, description } }
}

/** What it says is in the query, or in the body; 200 is all that is wanted. */
export function answerDeliveryReport(context: FaultContext): Answered {
  return { response: respond(200, [cacheControl]), context }
}
