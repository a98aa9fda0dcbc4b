/** What a target handed to the centre over SMPP, octet by octet: also what the centre did not take. */
import { WireError } from '../errors.ts'
import { readSmppCoding } from '../wire/smpp/data-coding.ts'
import { esmHeader } from '../wire/smpp/message-flags.ts'
import { decodePdu } from '../wire/smpp/pdu-reader.ts'
import type { Pdu } from '../wire/smpp/pdu.ts'
import { decodeUdh } from '../wire/sms/udh.ts'
import type { UdhElement } from '../wire/sms/udh.ts'
import type { Evidence } from './evidence.ts'

export interface SubmittedMessage {
  readonly seq: number
  readonly pdu: Extract<Pdu, { command: 'submit_sm' }>
  /** The header flag is set. */
  readonly hasHeader: boolean
  /** What the header says; none where it cannot be read, or is not there. */
  readonly elements: readonly UdhElement[] | undefined
  /** Why the header cannot be read. */
  readonly problem: string | undefined
  /** Behind the header, where there is one that can be read. */
  readonly octets: Uint8Array
}

const known = new WeakMap<Evidence, readonly SubmittedMessage[]>()

export function submittedMessages(evidence: Evidence): readonly SubmittedMessage[] {
  const found = known.get(evidence) ?? [...readSubmissions(evidence)]
  known.set(evidence, found)
  return found
}

function* readSubmissions(evidence: Evidence): Generator<SubmittedMessage> {
  for (const { seq, bearer, direction, octets } of evidence.all('bearer.exchanged')) {
    if (bearer !== 'smsc' || direction !== 'to-network') continue
    const pdu = readPdu(octets)
    if (pdu?.command === 'submit_sm') yield { seq, pdu, ...readUserData(pdu) }
  }
}

function readPdu(octets: Uint8Array): Pdu | undefined {
  try {
    return decodePdu(octets).pdu
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}

function readUserData({ esmClass, shortMessage }: SubmittedMessage['pdu']) {
  const hasHeader = (esmClass & esmHeader) !== 0
  const plain = { hasHeader, elements: undefined, problem: undefined, octets: shortMessage }
  if (!hasHeader) return plain
  try {
    const { elements, octetCount } = decodeUdh(shortMessage)
    return { ...plain, elements, octets: shortMessage.subarray(octetCount) }
  } catch (error) {
    if (error instanceof WireError) return { ...plain, problem: error.message }
    throw error
  }
}

/** Are its octets data, by data_coding? */
export function isOctets({ pdu }: SubmittedMessage): boolean {
  return readSmppCoding(pdu.dataCoding).charset === 'octets'
}
