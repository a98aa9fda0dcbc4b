/** A PDU to its octets (SMPP 3.4 section 4). */
import { commands } from './commands.table.ts'
import { FieldWriter } from './fields.ts'
import { isBodiless } from './pdu.ts'
import type { BodilessCommand, Destination, MessageFields, Pdu } from './pdu.ts'
import { writeTlvs } from './tlv.ts'

const idsByName: ReadonlyMap<string, number> = new Map(commands.map(({ id, name }) => [name, id]))

/** @throws WireError `smpp/` and the name of a field that cannot hold its value */
export function encodePdu(pdu: Pdu): Uint8Array {
  const writer = new FieldWriter()
  const id = idsByName.get(pdu.command) ?? 0
  writer.octets.u32be(0).u32be(id).u32be(pdu.status).u32be(pdu.sequence)
  writeBody(writer, pdu)
  writeTlvs(writer.octets, pdu.tlvs)
  const octets = writer.octets.toUint8Array()
  new DataView(octets.buffer).setUint32(0, octets.length)
  return octets
}

function writeBody(writer: FieldWriter, pdu: Pdu): void {
  if (isBodilessPdu(pdu)) return
  switch (pdu.command) {
    case 'bind_receiver':
    case 'bind_transmitter':
    case 'bind_transceiver':
      writer.text('system_id', pdu.systemId).text('password', pdu.password)
      writer.text('system_type', pdu.systemType).octets.u8(pdu.interfaceVersion)
      writer.address('address_range', pdu.addressRange)
      return
    case 'outbind':
      writer.text('system_id', pdu.systemId).text('password', pdu.password)
      return
    case 'submit_sm':
    case 'deliver_sm':
    case 'submit_multi':
    case 'data_sm':
      writeMessage(writer, pdu)
      return
    case 'query_sm':
    case 'cancel_sm':
    case 'replace_sm':
    case 'alert_notification':
      writeOrder(writer, pdu)
      return
    default:
      writeResponse(writer, pdu)
  }
}

function isBodilessPdu(pdu: Pdu): pdu is Extract<Pdu, { readonly command: BodilessCommand }> {
  return isBodiless(pdu.command)
}

type Message = Extract<
  Pdu,
  { readonly command: 'submit_sm' | 'deliver_sm' | 'submit_multi' | 'data_sm' }
>

function writeMessage(writer: FieldWriter, pdu: Message): void {
  writer.text('service_type', pdu.serviceType)
  if (pdu.command === 'data_sm') {
    writer.address('long_source_addr', pdu.source)
    writer.address('long_destination_addr', pdu.destination)
    writer.octets.u8(pdu.esmClass).u8(pdu.registeredDelivery).u8(pdu.dataCoding)
    return
  }
  writer.address('source_addr', pdu.source)
  if (pdu.command === 'submit_multi') writeDestinations(writer, pdu.destinations)
  else writer.address('destination_addr', pdu.destination)
  writeText(writer, pdu)
}

function writeText(writer: FieldWriter, fields: MessageFields): void {
  writer.octets.u8(fields.esmClass).u8(fields.protocolId).u8(fields.priority)
  writer.time('schedule_delivery_time', fields.scheduleTime)
  writer.time('validity_period', fields.validity)
  writer.octets.u8(fields.registeredDelivery).u8(fields.replaceIfPresent)
  writer.octets.u8(fields.dataCoding).u8(fields.defaultMessageId)
  writer.shortMessage(fields.shortMessage)
}

function writeDestinations(writer: FieldWriter, destinations: readonly Destination[]): void {
  writer.octets.u8(destinations.length)
  for (const destination of destinations) {
    if (destination.kind === 'phone') {
      writer.octets.u8(1)
      writer.address('destination_addr', destination.address)
    } else {
      writer.octets.u8(2)
      writer.text('dl_name', destination.name)
    }
  }
}

type Order = Extract<
  Pdu,
  { readonly command: 'query_sm' | 'cancel_sm' | 'replace_sm' | 'alert_notification' }
>

function writeOrder(writer: FieldWriter, pdu: Order): void {
  switch (pdu.command) {
    case 'query_sm':
      writer.text('message_id', pdu.messageId).address('source_addr', pdu.source)
      return
    case 'cancel_sm':
      writer.text('service_type', pdu.serviceType).text('message_id', pdu.messageId)
      writer.address('source_addr', pdu.source).address('destination_addr', pdu.destination)
      return
    case 'replace_sm':
      writer.text('message_id', pdu.messageId).address('source_addr', pdu.source)
      writer.time('schedule_delivery_time', pdu.scheduleTime)
      writer.time('validity_period', pdu.validity)
      writer.octets.u8(pdu.registeredDelivery).u8(pdu.defaultMessageId)
      writer.shortMessage(pdu.shortMessage)
      return
    case 'alert_notification':
      writer.address('long_source_addr', pdu.source).address('esme_addr', pdu.esme)
      return
    default:
      pdu satisfies never
  }
}

type Response = Exclude<
  Extract<Pdu, { readonly command: `${string}_resp` }>,
  { readonly command: BodilessCommand }
>

function writeResponse(writer: FieldWriter, pdu: Response): void {
  switch (pdu.command) {
    case 'submit_multi_resp':
      if (pdu.result === undefined) return
      writer.text('message_id', pdu.result.messageId).octets.u8(pdu.result.failed.length)
      for (const { address, status } of pdu.result.failed) {
        writer.address('destination_addr', address).octets.u32be(status)
      }
      return
    case 'query_sm_resp':
      if (pdu.result === undefined) return
      writer.text('message_id', pdu.result.messageId).time('final_date', pdu.result.finalDate)
      writer.octets.u8(pdu.result.state).u8(pdu.result.errorCode)
      return
    case 'submit_sm_resp':
    case 'deliver_sm_resp':
    case 'data_sm_resp':
      if (pdu.messageId !== undefined) writer.text('message_id', pdu.messageId)
      return
    default:
      if (pdu.systemId !== undefined) writer.text('system_id', pdu.systemId)
  }
}
