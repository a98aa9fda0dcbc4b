/**
 * One connection of an ESME, from its first octet to its last (SMPP 3.4 section 2): what may be asked in which state, and how each
 * request is answered, exactly once. It knows no socket.
 */
import type { Clock } from '../../handset/ports.ts'
import { escapeOctets } from '../../wire/escape.ts'
import { responseBit } from '../../wire/smpp/commands.table.ts'
import type { Frame } from '../../wire/smpp/framer.ts'
import type { Bind, BindMode, Pdu, PduBody } from '../../wire/smpp/pdu.ts'
import { decodeHeader } from '../../wire/smpp/pdu-reader.ts'
import { encodePdu } from '../../wire/smpp/pdu-writer.ts'
import { statusCode } from '../../wire/smpp/status.table.ts'
import { numberTlv } from '../../wire/smpp/tlv.ts'
import type { Tlv } from '../../wire/smpp/tlv.ts'
import { sayingsOf } from './centre-acts.ts'
import type { Client, Desk, DeskPdu } from './desk.ts'
import { errorBody } from './error-body.ts'
import type { CentreAct, NetworkScript } from '../script.ts'
import type { DeliveryLink, Letter } from './mailbox.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import {
  headOf,
  isOfTheLine,
  isSubmission,
  modeOf,
  namesById,
  readPdu,
  statusesOfActs,
} from './session-pdus.ts'
import type { RequestHead } from './session-pdus.ts'
import type { SmscOptions } from './smsc-options.ts'

export interface SessionLink {
  send(octets: Uint8Array): void
  /** After what was sent has gone out. */
  end(): void
  /** At once. */
  cut(): void
}

export interface SessionParts {
  readonly link: SessionLink
  readonly desk: Desk
  readonly clock: Clock
  readonly options: SmscOptions
  /** Who may bind, by system id; `undefined` for a stranger, `false` for a wrong password. */
  admit(bind: Bind): Client | false | undefined
  /** May one more submission be taken at this instant? */
  mayMeter(client: Client): boolean
  readonly tell: (what: string, peer: string | undefined, detail: string) => void
  readonly script?: NetworkScript | undefined
}

type State =
  | { readonly kind: 'open' }
  | { readonly kind: 'bound'; readonly mode: BindMode; readonly client: Client }
  | { readonly kind: 'closed' }

const sequenceMax = 0x7fffffff
const version34 = 0x34
const systemId = 'ota-handset'

export class SmscSession implements DeliveryLink {
  readonly #parts: SessionParts
  readonly #outstanding = new Map<number, Letter>()
  #state: State = { kind: 'open' }
  #sequence = 0
  #unanswered = 0

  constructor(parts: SessionParts) {
    this.#parts = parts
  }

  get outstanding(): number {
    return this.#outstanding.size
  }

  get isBound(): boolean {
    return this.#state.kind === 'bound'
  }

  get peer(): string | undefined {
    return this.#state.kind === 'bound' ? this.#state.client.name : undefined
  }

  receive(frame: Frame): void {
    if (this.#state.kind === 'closed') return
    if (frame.kind === 'broken') this.#break(frame)
    else this.#receivePdu(frame.octets)
  }

  deliver(letter: Letter): void {
    const sequence = this.#nextSequence()
    this.#outstanding.set(sequence, letter)
    this.#send({ ...letter.delivery, sequence, status: 0 })
  }

  /** What comes in answer is for whoever looks on. @returns the number of requests */
  act(act: CentreAct): number {
    this.#tell('session.disturbed', act)
    if (act === 'cut') this.#parts.link.cut()
    const sayings = sayingsOf(act, this.#state.kind === 'bound' ? this.#state.mode : undefined)
    for (const one of sayings) this.#send({ ...one, sequence: this.#nextSequence(), status: 0 })
    return sayings.length
  }

  #nextSequence(): number {
    this.#sequence = this.#sequence === sequenceMax ? 1 : this.#sequence + 1
    return this.#sequence
  }

  /** The connection is gone: what was not answered goes back to the mailbox. */
  close(): void {
    const state = this.#state
    this.#state = { kind: 'closed' }
    if (state.kind !== 'bound') return
    const unanswered = [...this.#outstanding.values()]
    this.#outstanding.clear()
    state.client.mailbox.close(this, unanswered)
  }

  #break({ reason, length, head }: Extract<Frame, { kind: 'broken' }>): void {
    this.#tell('pdu.broken', `${reason} command_length ${length}: ${escapeOctets(head, 64)}`)
    const sequence = head.length < 16 ? 0 : decodeHeader(head).sequence
    this.#send({
      command: 'generic_nack',
      sequence,
      status: statusCode('ESME_RINVCMDLEN'),
      tlvs: [],
    })
    this.#leave()
  }

  #receivePdu(octets: Uint8Array): void {
    const header = decodeHeader(octets)
    const reading = readPdu(octets)
    if (reading.kind === 'pdu') this.#take(reading.pdu)
    else if (header.id >= responseBit) this.#tell('response.malformed', reading.reason)
    else this.#refuseRequest(header, reading)
  }

  #take(pdu: Pdu): void {
    switch (pdu.command) {
      case 'bind_receiver':
      case 'bind_transmitter':
      case 'bind_transceiver':
        this.#bind(pdu)
        return
      case 'enquire_link':
        this.#answer(pdu, { command: 'enquire_link_resp' })
        return
      case 'unbind':
        this.#answer(pdu, { command: 'unbind_resp' })
        this.#tell('session.unbound', 'by the peer')
        this.#leave()
        return
      case 'submit_sm':
      case 'submit_multi':
      case 'data_sm':
      case 'query_sm':
      case 'cancel_sm':
      case 'replace_sm':
        this.#work(pdu)
        return
      case 'deliver_sm_resp':
      case 'data_sm_resp':
      case 'generic_nack':
        this.#answered(pdu.sequence, pdu.status)
        return
      default:
        this.#takeOdd(pdu)
    }
  }

  /** Requests that are an SMSC's own, and responses that nobody waits for. */
  #takeOdd(pdu: Pdu): void {
    const head = headOf(pdu)
    if (pdu.command === 'unbind_resp') this.#leave()
    else if (head.id >= responseBit) this.#tell('response.unasked', pdu.command)
    else if (pdu.command === 'outbind' || pdu.command === 'alert_notification') {
      this.#tell('pdu.ignored', pdu.command)
    } else this.#refuseRequest(head, refuse('ESME_RINVBNDSTS', `${pdu.command} of an ESME`))
  }

  #bind(pdu: Extract<Pdu, { command: `bind_${BindMode}` }>): void {
    const head = headOf(pdu)
    if (this.#state.kind === 'bound') {
      this.#refuseRequest(head, refuse('ESME_RALYBND', 'bound already'))
      return
    }
    const act = this.#parts.script?.strike('bind')
    if (act === 'refuse') {
      this.#refuseRequest(head, refuse('ESME_RBINDFAIL', 'by the scenario'))
      this.#leave()
      return
    }
    if (act !== undefined) {
      this.#parts.link.cut()
      return
    }
    const client = this.#parts.admit(pdu)
    if (client === undefined || client === false) {
      const status = client === undefined ? 'ESME_RINVSYSID' : 'ESME_RINVPASWD'
      const name = escapeOctets(new TextEncoder().encode(pdu.systemId), 32)
      this.#tell('bind.refused', `${status} for ${name}`)
      this.#refuseRequest(head, refuse(status, `bind of ${name}`))
      this.#leave()
      return
    }
    const mode = modeOf(pdu.command)
    this.#state = { kind: 'bound', mode, client }
    this.#tell('bind.accepted', mode)
    const version = pdu.interfaceVersion >= version34
    const tlvs = version ? [numberTlv('sc_interface_version', version34)] : []
    this.#answer(pdu, { command: `bind_${mode}_resp`, systemId }, tlvs)
    if (mode !== 'transmitter') client.mailbox.open(this)
  }

  #work(pdu: DeskPdu): void {
    const head = headOf(pdu)
    const state = this.#state
    const { limits, answerAfterMs } = this.#parts.options
    if (state.kind !== 'bound' || state.mode === 'receiver') {
      this.#refuseRequest(head, refuse('ESME_RINVBNDSTS', `${pdu.command} without a bind for it`))
    } else if (isSubmission(pdu) && this.#isStruck(pdu, state.client)) {
      this.#tell('submission.disturbed', 'by the scenario')
    } else if (this.#unanswered >= limits.windowMax) {
      this.#refuseRequest(head, refuse('ESME_RTHROTTLED', `more than ${limits.windowMax} at once`))
    } else if (isSubmission(pdu) && !this.#parts.mayMeter(state.client)) {
      this.#refuseRequest(head, refuse('ESME_RTHROTTLED', 'too many in this second'))
    } else if (answerAfterMs === 0) {
      this.#finish(pdu, state.client)
    } else {
      this.#unanswered += 1
      this.#parts.clock.setTimeout(() => {
        this.#unanswered -= 1
        if (this.#state.kind !== 'closed') this.#finish(pdu, state.client)
      }, answerAfterMs)
    }
  }

  /** Did the script have its way with this submission? */
  #isStruck(pdu: DeskPdu, client: Client): boolean {
    const act = this.#parts.script?.strike('submit')
    if (act === undefined) return false
    const status = statusesOfActs.get(act)
    if (status !== undefined) {
      this.#refuseRequest(headOf(pdu), refuse(status, 'by the scenario'))
      return true
    }
    if (act === 'lose-response') this.#parts.desk.serve(pdu, client)
    this.#parts.link.cut()
    return true
  }

  #finish(pdu: DeskPdu, client: Client): void {
    const done = this.#parts.desk.serve(pdu, client)
    if (done.kind === 'done') this.#answer(pdu, done.body)
    else this.#refuseRequest(headOf(pdu), done)
  }

  #answered(sequence: number, status: number): void {
    const letter = this.#outstanding.get(sequence)
    if (letter === undefined || this.#state.kind !== 'bound') {
      this.#tell('response.unasked', `sequence ${sequence}`)
      return
    }
    this.#outstanding.delete(sequence)
    this.#state.client.mailbox.answer(letter, status)
  }

  #answer({ sequence }: Pdu, body: PduBody, tlvs: readonly Tlv[] = []): void {
    this.#send({ ...body, sequence, status: 0, tlvs })
  }

  /** With the response of the command, or with generic_nack where it has none. */
  #refuseRequest(head: RequestHead, { status, reason }: Refusal): void {
    this.#tell('request.refused', `${status}: ${reason}`)
    const response = namesById.get(head.id + responseBit)
    const body = errorBody(isOfTheLine(status) ? undefined : response, this.#parts.options)
    this.#send({ ...body, sequence: head.sequence, status: statusCode(status), tlvs: [] })
  }

  #leave(): void {
    this.close()
    this.#parts.link.end()
  }

  #send(pdu: Pdu): void {
    this.#parts.link.send(encodePdu(pdu))
  }

  #tell(what: string, detail: string): void {
    this.#parts.tell(what, this.peer, detail)
  }
}
