/** The PDUs of an ESME as a session sees them: what they ask for, and the words that it answers with. */
import { WireError } from '../../errors.ts'
import { commands } from '../../wire/smpp/commands.table.ts'
import type { CommandName } from '../../wire/smpp/commands.table.ts'
import type { BindMode, Pdu } from '../../wire/smpp/pdu.ts'
import { decodePdu } from '../../wire/smpp/pdu-reader.ts'
import type { StatusName } from '../../wire/smpp/status.table.ts'
import type { NetworkAct } from '../script.ts'
import type { DeskPdu } from './desk.ts'
import { refusalOfError, refusalOfProblem } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** What a response has of its request. */
export interface RequestHead {
  readonly id: number
  readonly sequence: number
}

const idsByName: ReadonlyMap<CommandName, number> = new Map(
  commands.map(({ id, name }) => [name, id]),
)
export const namesById: ReadonlyMap<number, CommandName> = new Map(
  commands.map(({ id, name }) => [id, name]),
)

/** Of what a script does to submissions; the rest ends the connection. */
export const statusesOfActs: ReadonlyMap<NetworkAct, StatusName> = new Map([
  ['throttle', 'ESME_RTHROTTLED'],
  ['queue-full', 'ESME_RMSGQFUL'],
  ['refuse', 'ESME_RSUBMITFAIL'],
])

/** What is wrong with the PDU as such is told by generic_nack (SMPP 3.4 section 4.3). */
export function isOfTheLine(status: StatusName): boolean {
  return status === 'ESME_RINVCMDLEN' || status === 'ESME_RINVCMDID'
}

export function readPdu(octets: Uint8Array): { readonly kind: 'pdu'; readonly pdu: Pdu } | Refusal {
  try {
    const { pdu, problems } = decodePdu(octets)
    const [problem] = problems
    return problem === undefined ? { kind: 'pdu', pdu } : refusalOfProblem(problem)
  } catch (error) {
    if (error instanceof WireError) return refusalOfError(error)
    throw error
  }
}

export function headOf({ command, sequence }: Pdu): RequestHead {
  return { id: idsByName.get(command) ?? 0, sequence }
}

export function isSubmission({ command }: DeskPdu): boolean {
  return command === 'submit_sm' || command === 'submit_multi' || command === 'data_sm'
}

export function modeOf(command: `bind_${BindMode}`): BindMode {
  if (command === 'bind_receiver') return 'receiver'
  return command === 'bind_transmitter' ? 'transmitter' : 'transceiver'
}
