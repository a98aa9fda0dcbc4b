/** Octets of one whole PDU to its value (SMPP 3.4 section 4). Strict: every field within its bounds, optional parameters named. */
import { WireError } from '../../errors.ts'
import type { Annotate } from '../annotate.ts'
import { OctetReader } from '../octets.ts'
import { commands } from './commands.table.ts'
import type { CommandName } from './commands.table.ts'
import { FieldReader } from './fields.ts'
import { isBodiless } from './pdu.ts'
import type { Destination, MessageFields, Pdu, PduBody, SmppAddress } from './pdu.ts'
import { statusName } from './status.table.ts'
import { readTlvs } from './tlv.ts'
import type { TlvProblem } from './tlv.ts'

/** command_length · command_id · command_status · sequence_number, four octets each. */
export const headerOctets = 16
/** Destinations of submit_multi; number_of_dests is one octet and 255 is not allowed (SMPP 3.4 section 5.2.24). */
export const destinationsMax = 254

export interface PduHeader {
  readonly length: number
  readonly id: number
  /** `undefined` for an id that SMPP 3.4 does not have. */
  readonly command: CommandName | undefined
  readonly status: number
  readonly sequence: number
}

export interface DecodedPdu {
  readonly pdu: Pdu
  readonly problems: readonly TlvProblem[]
}

const namesById: ReadonlyMap<number, CommandName> = new Map(
  commands.map(({ id, name }) => [id, name]),
)

/** @throws WireError `wire/out-of-bounds` for fewer than 16 octets */
export function decodeHeader(octets: Uint8Array): PduHeader {
  const reader = new OctetReader(octets)
  const length = reader.u32be()
  const id = reader.u32be()
  const status = reader.u32be()
  return { length, id, command: namesById.get(id), status, sequence: reader.u32be() }
}

/**
 * @param octets exactly one PDU, as the framer gives them
 * @throws WireError `smpp/command_length`, `smpp/command_id`, `smpp/` and a field's name, or `wire/out-of-bounds` for a body that ends
 *   too early
 */
export function decodePdu(octets: Uint8Array, annotate?: Annotate): DecodedPdu {
  const { length, id, command, status, sequence } = decodeHeader(octets)
  if (length !== octets.length) {
    const found = `Unexpected command_length ${length}, expected ${octets.length}`
    throw new WireError('smpp/command_length', found, 0)
  }
  if (command === undefined) {
    const found = `Unexpected command_id 0x${id.toString(16).padStart(8, '0')}`
    throw new WireError('smpp/command_id', `${found}, expected one of SMPP 3.4`, 4)
  }
  annotate?.(0, 4, `command_length ${length}`)
  annotate?.(4, 8, command)
  annotate?.(8, 12, `command_status 0x${status.toString(16)}, ${statusName(status)}`)
  annotate?.(12, headerOctets, `sequence_number ${sequence}`)
  const reader = new FieldReader(octets, headerOctets, annotate)
  const body = readBody(command, reader, status)
  const { tlvs, problems } = readTlvs(reader.octets, annotate)
  return { pdu: { sequence, status, tlvs, ...body }, problems }
}

function readBody(command: CommandName, reader: FieldReader, status: number): PduBody {
  if (isBodiless(command)) return { command }
  switch (command) {
    case 'bind_receiver':
    case 'bind_transmitter':
    case 'bind_transceiver':
      return {
        command,
        systemId: reader.text('system_id'),
        password: reader.text('password'),
        systemType: reader.text('system_type'),
        interfaceVersion: reader.number('interface_version'),
        addressRange: reader.address('address_range'),
      }
    case 'outbind':
      return { command, systemId: reader.text('system_id'), password: reader.text('password') }
    case 'submit_sm':
    case 'deliver_sm':
    case 'submit_multi':
    case 'data_sm':
      return readMessage(command, reader)
    case 'query_sm':
    case 'cancel_sm':
    case 'replace_sm':
    case 'alert_notification':
      return readOrder(command, reader)
    default:
      return readResponse(command, reader, status)
  }
}

function readMessage(
  command: 'submit_sm' | 'deliver_sm' | 'submit_multi' | 'data_sm',
  reader: FieldReader,
): PduBody {
  const serviceType = reader.text('service_type')
  if (command === 'data_sm') {
    return {
      command,
      serviceType,
      source: reader.address('long_source_addr'),
      destination: reader.address('long_destination_addr'),
      esmClass: reader.number('esm_class'),
      registeredDelivery: reader.number('registered_delivery'),
      dataCoding: reader.number('data_coding'),
    }
  }
  const source = reader.address('source_addr')
  if (command === 'submit_multi') {
    const destinations = readDestinations(reader)
    return { command, destinations, ...readText(reader, serviceType, source) }
  }
  const destination = reader.address('destination_addr')
  return { command, destination, ...readText(reader, serviceType, source) }
}

function readText(reader: FieldReader, serviceType: string, source: SmppAddress): MessageFields {
  return {
    serviceType,
    source,
    esmClass: reader.number('esm_class'),
    protocolId: reader.number('protocol_id'),
    priority: reader.number('priority_flag'),
    scheduleTime: reader.time('schedule_delivery_time'),
    validity: reader.time('validity_period'),
    registeredDelivery: reader.number('registered_delivery'),
    replaceIfPresent: reader.number('replace_if_present_flag'),
    dataCoding: reader.number('data_coding'),
    defaultMessageId: reader.number('sm_default_msg_id'),
    shortMessage: reader.shortMessage(),
  }
}

function readDestinations(reader: FieldReader): readonly Destination[] {
  const { offset } = reader.octets
  const count = reader.number('number_of_dests')
  if (count === 0 || count > destinationsMax) {
    const found = `Unexpected number_of_dests ${count}, expected 1 to ${destinationsMax}`
    throw new WireError('smpp/number_of_dests', found, offset)
  }
  return Array.from({ length: count }, () => readDestination(reader))
}

function readDestination(reader: FieldReader): Destination {
  const { offset } = reader.octets
  const flag = reader.number('dest_flag')
  if (flag === 1) return { kind: 'phone', address: reader.address('destination_addr') }
  if (flag === 2) return { kind: 'list', name: reader.text('dl_name') }
  const found = `Unexpected dest_flag ${flag}, expected 1 or 2`
  throw new WireError('smpp/dest_flag', found, offset)
}

function readOrder(
  command: 'query_sm' | 'cancel_sm' | 'replace_sm' | 'alert_notification',
  reader: FieldReader,
): PduBody {
  switch (command) {
    case 'query_sm':
      return {
        command,
        messageId: reader.text('message_id'),
        source: reader.address('source_addr'),
      }
    case 'cancel_sm':
      return {
        command,
        serviceType: reader.text('service_type'),
        messageId: reader.text('message_id'),
        source: reader.address('source_addr'),
        destination: reader.address('destination_addr'),
      }
    case 'replace_sm':
      return {
        command,
        messageId: reader.text('message_id'),
        source: reader.address('source_addr'),
        scheduleTime: reader.time('schedule_delivery_time'),
        validity: reader.time('validity_period'),
        registeredDelivery: reader.number('registered_delivery'),
        defaultMessageId: reader.number('sm_default_msg_id'),
        shortMessage: reader.shortMessage(),
      }
    case 'alert_notification':
      return {
        command,
        source: reader.address('long_source_addr'),
        esme: reader.address('esme_addr'),
      }
    default:
      return command satisfies never
  }
}

type ResponseName =
  | `bind_${'receiver' | 'transmitter' | 'transceiver'}_resp`
  | 'submit_sm_resp'
  | 'deliver_sm_resp'
  | 'data_sm_resp'
  | 'submit_multi_resp'
  | 'query_sm_resp'

function readResponse(command: ResponseName, reader: FieldReader, status: number): PduBody {
  const isBare = status !== 0 && reader.octets.remaining === 0
  switch (command) {
    case 'submit_multi_resp':
      return { command, result: isBare ? undefined : readMultiResult(reader) }
    case 'query_sm_resp':
      return { command, result: isBare ? undefined : readQueryResult(reader) }
    case 'submit_sm_resp':
    case 'deliver_sm_resp':
    case 'data_sm_resp':
      return { command, messageId: isBare ? undefined : reader.text('message_id') }
    default:
      return { command, systemId: isBare ? undefined : reader.text('system_id') }
  }
}

function readMultiResult(reader: FieldReader) {
  const messageId = reader.text('message_id')
  const count = reader.number('no_unsuccess')
  const failed = Array.from({ length: count }, () => ({
    address: reader.address('destination_addr'),
    status: reader.octets.u32be(),
  }))
  return { messageId, failed }
}

function readQueryResult(reader: FieldReader) {
  return {
    messageId: reader.text('message_id'),
    finalDate: reader.time('final_date'),
    state: reader.number('message_state'),
    errorCode: reader.number('error_code'),
  }
}
