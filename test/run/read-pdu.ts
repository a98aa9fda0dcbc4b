import { decodePdu } from '../../src/wire/smpp/pdu-reader.ts'

/** A PDU of SMPP in short: its command, and the status of an answer. */
export function readPdu(octets: Uint8Array): string {
  const { command, status } = decodePdu(octets).pdu
  return command.endsWith('_resp') ? `${command} ${status}` : command
}
