/** What an SMSC says no with. */
import type { WireError } from '../../errors.ts'
import type { TlvProblem } from '../../wire/smpp/tlv.ts'
import type { StatusName } from '../../wire/smpp/status.table.ts'

/** Why a request is not carried out. */
export interface Refusal {
  readonly kind: 'refused'
  readonly status: StatusName
  /** One sentence for the log. */
  readonly reason: string
}

export function refuse(status: StatusName, reason: string): Refusal {
  return { kind: 'refused', status, reason }
}

const statusesOfFields: ReadonlyMap<string, StatusName> = new Map([
  ['smpp/system_id', 'ESME_RINVSYSID'],
  ['smpp/password', 'ESME_RINVPASWD'],
  ['smpp/system_type', 'ESME_RINVSYSTYP'],
  ['smpp/service_type', 'ESME_RINVSERTYP'],
  ['smpp/source_addr', 'ESME_RINVSRCADR'],
  ['smpp/long_source_addr', 'ESME_RINVSRCADR'],
  ['smpp/destination_addr', 'ESME_RINVDSTADR'],
  ['smpp/long_destination_addr', 'ESME_RINVDSTADR'],
  ['smpp/schedule_delivery_time', 'ESME_RINVSCHED'],
  ['smpp/validity_period', 'ESME_RINVEXPIRY'],
  ['smpp/short_message', 'ESME_RINVMSGLEN'],
  ['smpp/message_id', 'ESME_RINVMSGID'],
  ['smpp/number_of_dests', 'ESME_RINVNUMDESTS'],
  ['smpp/dest_flag', 'ESME_RINVDESTFLAG'],
  ['smpp/dl_name', 'ESME_RINVDLNAME'],
  ['smpp/command_id', 'ESME_RINVCMDID'],
])

/** A field that breaks its bounds has a status of its own; what ends too early has a wrong length. */
export function refusalOfError(error: WireError): Refusal {
  return refuse(statusesOfFields.get(error.code) ?? 'ESME_RINVCMDLEN', error.message)
}

export function refusalOfProblem({ rule, found }: TlvProblem): Refusal {
  return refuse(rule === 'length' ? 'ESME_RINVPARLEN' : 'ESME_RINVOPTPARSTREAM', found)
}
