/** Carries out what a bound ESME asks for (SMPP 3.4 sections 4.4 to 4.10). */
import type { Clock } from '../../handset/ports.ts'
import type { Destination, Pdu, PduBody, SmppAddress } from '../../wire/smpp/pdu.ts'
import { statusCode } from '../../wire/smpp/status.table.ts'
import type { StatusName } from '../../wire/smpp/status.table.ts'
import { formatSmppTime } from '../../wire/smpp/time.ts'
import type { Router } from '../router.ts'
import { messageStates } from '../submission.ts'
import type { MessageFacts, SubmitOutcome } from '../submission.ts'
import { readSource } from './addresses.ts'
import { readContent } from './content.ts'
import type { Mailbox } from './mailbox.ts'
import { readRecipient, readSubmission, readTimes } from './read-submission.ts'
import type { Moment, SubmitPdu, SubmitReading } from './read-submission.ts'
import { asksForReceipt, receiptOf } from './receipts.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import { formatId, parseId } from './smsc-options.ts'
import type { SmscOptions } from './smsc-options.ts'

export type DeskPdu =
  | SubmitPdu
  | Extract<Pdu, { readonly command: 'query_sm' | 'cancel_sm' | 'replace_sm' }>

export interface Done {
  readonly kind: 'done'
  readonly body: PduBody
}

export interface DeskParts {
  readonly router: Router
  readonly clock: Clock
  readonly startsAtMs: number
  readonly options: SmscOptions
}

/** Who asks, and where its receipts go. */
export interface Client {
  readonly name: string
  readonly mailbox: Mailbox
}

export class Desk {
  readonly #parts: DeskParts

  constructor(parts: DeskParts) {
    this.#parts = parts
  }

  serve(pdu: DeskPdu, client: Client): Done | Refusal {
    switch (pdu.command) {
      case 'submit_sm':
      case 'data_sm':
        return this.#submit(pdu, client)
      case 'submit_multi':
        return this.#submitMulti(pdu, client)
      case 'query_sm':
        return this.#query(pdu, client)
      case 'cancel_sm':
        return this.#cancel(pdu, client)
      case 'replace_sm':
        return this.#replace(pdu, client)
      default:
        return pdu satisfies never
    }
  }

  #submit(pdu: Exclude<SubmitPdu, { command: 'submit_multi' }>, client: Client): Done | Refusal {
    const reading = this.#read(pdu, client)
    if (reading.kind === 'refused') return reading
    const outcome = this.#hand(
      reading,
      { source: pdu.source, destination: pdu.destination },
      client,
    )
    if (outcome.kind === 'refused') return outcome
    const messageId = formatId(outcome.id, this.#parts.options.ids.answer)
    const command = pdu.command === 'data_sm' ? 'data_sm_resp' : 'submit_sm_resp'
    return { kind: 'done', body: { command, messageId } }
  }

  /** One id for all: that of the first that was taken, which receipts bear too. */
  #submitMulti(
    pdu: Extract<SubmitPdu, { command: 'submit_multi' }>,
    client: Client,
  ): Done | Refusal {
    const reading = this.#read(pdu, client)
    if (reading.kind === 'refused') return reading
    const failed: { address: SmppAddress; status: number }[] = []
    let first: string | undefined
    for (const destination of pdu.destinations) {
      const outcome = this.#handOne(reading, destination, { pdu, client, id: first })
      if (outcome.kind === 'refused') {
        const status = statusCode(outcome.status)
        failed.push({ address: addressOf(destination), status })
      } else first ??= outcome.id
    }
    if (first === undefined) return refuse('ESME_RSUBMITFAIL', 'no destination could be reached')
    const messageId = formatId(first, this.#parts.options.ids.answer)
    return { kind: 'done', body: { command: 'submit_multi_resp', result: { messageId, failed } } }
  }

  #handOne(
    reading: SubmitReading,
    destination: Destination,
    { pdu, client, id }: { pdu: SubmitPdu; client: Client; id: string | undefined },
  ): { readonly kind: 'taken'; readonly id: string } | Refusal {
    if (destination.kind === 'list') {
      return refuse('ESME_RINVDLNAME', 'there are no distribution lists')
    }
    return this.#hand(reading, { source: pdu.source, destination: destination.address, id }, client)
  }

  #read(pdu: SubmitPdu, { name }: Client): SubmitReading | Refusal {
    const { options } = this.#parts
    return readSubmission(pdu, { sender: name, moment: this.#moment(), options })
  }

  #hand(
    { submission, registered }: SubmitReading,
    ends: { source: SmppAddress; destination: SmppAddress; id?: string | undefined },
    { mailbox }: Client,
  ): { readonly kind: 'taken'; readonly id: string } | Refusal {
    const recipient = readRecipient(ends.destination)
    if (recipient.kind === 'refused') return recipient
    const { router, startsAtMs, options } = this.#parts
    const { source, destination } = ends
    const submittedAtMs = startsAtMs + this.#parts.clock.now()
    const outcome = router.submit({ ...submission, to: recipient.number }, (change) => {
      if (!asksForReceipt(registered, change)) return
      const id = ends.id ?? change.id
      const submitted = { submission, registered, source, destination, id, submittedAtMs }
      const doneAtMs = startsAtMs + change.at
      mailbox.post(receiptOf(submitted, change, { doneAtMs, ids: options.ids }))
    })
    if (outcome.kind === 'refused') return refuse(statusesOfCauses[outcome.cause], outcome.cause)
    return { kind: 'taken', id: outcome.id }
  }

  #query(pdu: Extract<Pdu, { command: 'query_sm' }>, client: Client): Done | Refusal {
    const found = this.#find(pdu.messageId, pdu.source, client)
    if (found === undefined) return refuse('ESME_RQUERYFAIL', `no message ${pdu.messageId}`)
    const { endedAt, state } = found
    const { startsAtMs } = this.#parts
    const finalDate =
      endedAt === undefined
        ? ''
        : formatSmppTime({ kind: 'absolute', epochMs: startsAtMs + endedAt })
    const shown = messageStates.indexOf(state) + 1
    const result = { messageId: pdu.messageId, finalDate, state: shown, errorCode: 0 }
    return { kind: 'done', body: { command: 'query_sm_resp', result } }
  }

  /** Without an id, all that wait from the source to the destination, of the service type if one is given. */
  #cancel(pdu: Extract<Pdu, { command: 'cancel_sm' }>, client: Client): Done | Refusal {
    const { router } = this.#parts
    const chosen =
      pdu.messageId === ''
        ? router
            .waitingFor(pdu.destination.value)
            .filter(({ submission }) => isOf(submission, pdu.source, client))
            .filter(({ submission: { serviceType } }) =>
              ['', serviceType].includes(pdu.serviceType),
            )
        : [this.#find(pdu.messageId, pdu.source, client)].filter((found) => found !== undefined)
    if (pdu.messageId !== '' && chosen.length === 0) {
      return refuse('ESME_RINVMSGID', `no message ${pdu.messageId}`)
    }
    const cancelled = chosen.map(({ id }) => router.cancel(id)).filter((done) => done)
    return cancelled.length === 0
      ? refuse('ESME_RCANCELFAIL', 'no such message waits')
      : { kind: 'done', body: { command: 'cancel_sm_resp' } }
  }

  #replace(pdu: Extract<Pdu, { command: 'replace_sm' }>, client: Client): Done | Refusal {
    const { router, options } = this.#parts
    const found = this.#find(pdu.messageId, pdu.source, client)
    if (found === undefined) return refuse('ESME_RINVMSGID', `no message ${pdu.messageId}`)
    const times = readTimes(pdu, this.#moment())
    if (times.kind === 'refused') return times
    const { dataCoding, elements } = found.submission
    const { shortMessage, tlvs } = pdu
    const content = readContent({ esmClass: 0, dataCoding, shortMessage, tlvs }, options)
    if (content.kind === 'refused') return content
    const { deliverAt, validUntil } = times
    const changes = {
      dataCoding: content.dataCoding,
      octets: content.octets,
      deliverAt,
      validUntil,
    }
    return elements.length === 0 && router.replace(found.id, changes)
      ? { kind: 'done', body: { command: 'replace_sm_resp' } }
      : refuse('ESME_RREPLACEFAIL', 'the message does not wait any more, or has a header')
  }

  #find(messageId: string, source: SmppAddress, client: Client): MessageFacts | undefined {
    const { router, options } = this.#parts
    const id = parseId(messageId, options.ids.answer)
    const found = id === undefined ? undefined : router.find(id)
    return found !== undefined && isOf(found.submission, source, client) ? found : undefined
  }

  #moment(): Moment {
    return { now: this.#parts.clock.now(), startsAtMs: this.#parts.startsAtMs }
  }
}

/** Only who sent a message may ask about it, and with the source address that it was sent from. */
function isOf({ sender, from }: MessageFacts['submission'], source: SmppAddress, client: Client) {
  const reading = readSource(source)
  return (
    sender === client.name && reading.kind === 'address' && reading.address.value === from.value
  )
}

function addressOf(destination: Destination): SmppAddress {
  return destination.kind === 'phone'
    ? destination.address
    : { ton: 0, npi: 0, value: destination.name }
}

const statusesOfCauses: Readonly<
  Record<Extract<SubmitOutcome, { kind: 'refused' }>['cause'], StatusName>
> = {
  'unknown-number': 'ESME_RINVDSTADR',
  'store-full': 'ESME_RMSGQFUL',
  'phone-queue-full': 'ESME_RMSGQFUL',
  'too-long': 'ESME_RINVMSGLEN',
}
