import { esmIntermediate, esmReceipt } from '../../../wire/smpp/message-flags.ts'
import { toOctetText } from '../../../wire/octet-text.ts'
import { parseReceipt } from '../../../wire/smpp/receipt.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { askedBySmsc } from '../../answered-requests.ts'
import type { CheckContext } from '../../check.ts'
import { answerTo, smppTurns } from '../../smpp-sessions.ts'
import type { SmppTurn } from '../../smpp-sessions.ts'

/** Receipts that fit no message of this trace, and were answered; whether they are is for another check. */
const odd = (context: CheckContext) => {
  const turns = smppTurns(context.evidence)
  const given = new Set(turns.map(({ pdu }) => pdu.command === 'submit_sm_resp' && pdu.messageId))
  return askedBySmsc(context, 'deliver_sm').flatMap((request) => {
    if (!isReceipt(request) || given.has(idIn(request))) return []
    const answer = answerTo(
      request,
      turns.filter(({ session }) => session === request.session),
    )
    return answer === undefined ? [] : [{ request, answer }]
  })
}

function isReceipt({ pdu }: SmppTurn): boolean {
  return pdu.command === 'deliver_sm' && (pdu.esmClass & (esmReceipt | esmIntermediate)) !== 0
}

/** By its text; none where that says nothing. */
function idIn({ pdu }: SmppTurn): string | undefined {
  return pdu.command === 'deliver_sm' ? parseReceipt(toOctetText(pdu.shortMessage))?.id : undefined
}

export default defineCheck({
  row: 'W44',
  level: 'must',
  clause: 'SMPP-RECEIPT-TAKEN',
  title: 'A receipt is taken, also where it fits no message',
  applies: (context) => odd(context).length > 0,
  absent: 'no receipt was answered that fits no message',
  *judge(context) {
    for (const { request, answer } of odd(context)) {
      const { status } = answer.pdu
      yield status === 0
        ? pass(answer, 'status 0')
        : fail(answer, {
            actual: `status 0x${status.toString(16)} for a receipt`,
            expected: 'status 0',
            cause: request,
          })
    }
  },
  explain: `Each centre writes receipts in its own way: fields in another order, ids in hex where the answer had them in decimal, the id in a parameter alone, a first one that says ENROUTE, one twice, one for a message of last month. A server that answers an error is sent the same receipt again and again, and those behind it wait. Answer 0 to each, then look what can be made of it.`,
})
