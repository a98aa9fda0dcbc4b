/** Values of command_status (SMPP 3.4 section 5.1.3, table 5-2). */
export const statuses = [
  { code: 0x00, name: 'ESME_ROK', meaning: 'no error' },
  { code: 0x01, name: 'ESME_RINVMSGLEN', meaning: 'the message has a wrong length' },
  { code: 0x02, name: 'ESME_RINVCMDLEN', meaning: 'the PDU has a wrong length' },
  { code: 0x03, name: 'ESME_RINVCMDID', meaning: 'there is no such command' },
  { code: 0x04, name: 'ESME_RINVBNDSTS', meaning: 'the session is not bound for this command' },
  { code: 0x05, name: 'ESME_RALYBND', meaning: 'the session is bound already' },
  { code: 0x06, name: 'ESME_RINVPRTFLG', meaning: 'there is no such priority' },
  { code: 0x07, name: 'ESME_RINVREGDLVFLG', meaning: 'there is no such registered delivery' },
  { code: 0x08, name: 'ESME_RSYSERR', meaning: 'the system failed' },
  { code: 0x0a, name: 'ESME_RINVSRCADR', meaning: 'the source address is wrong' },
  { code: 0x0b, name: 'ESME_RINVDSTADR', meaning: 'the destination address is wrong' },
  { code: 0x0c, name: 'ESME_RINVMSGID', meaning: 'there is no such message' },
  { code: 0x0d, name: 'ESME_RBINDFAIL', meaning: 'the bind failed' },
  { code: 0x0e, name: 'ESME_RINVPASWD', meaning: 'the password is wrong' },
  { code: 0x0f, name: 'ESME_RINVSYSID', meaning: 'there is no such system id' },
  { code: 0x11, name: 'ESME_RCANCELFAIL', meaning: 'the message cannot be cancelled' },
  { code: 0x13, name: 'ESME_RREPLACEFAIL', meaning: 'the message cannot be replaced' },
  { code: 0x14, name: 'ESME_RMSGQFUL', meaning: 'the queue is full' },
  { code: 0x15, name: 'ESME_RINVSERTYP', meaning: 'there is no such service type' },
  { code: 0x33, name: 'ESME_RINVNUMDESTS', meaning: 'the number of destinations is wrong' },
  { code: 0x34, name: 'ESME_RINVDLNAME', meaning: 'there is no such distribution list' },
  { code: 0x40, name: 'ESME_RINVDESTFLAG', meaning: 'there is no such kind of destination' },
  { code: 0x42, name: 'ESME_RINVSUBREP', meaning: 'submit with replace is not possible' },
  { code: 0x43, name: 'ESME_RINVESMCLASS', meaning: 'esm_class does not fit the message' },
  { code: 0x44, name: 'ESME_RCNTSUBDL', meaning: 'cannot submit to a distribution list' },
  { code: 0x45, name: 'ESME_RSUBMITFAIL', meaning: 'the submission failed' },
  { code: 0x48, name: 'ESME_RINVSRCTON', meaning: 'there is no such type of source number' },
  { code: 0x49, name: 'ESME_RINVSRCNPI', meaning: 'there is no such source numbering plan' },
  { code: 0x50, name: 'ESME_RINVDSTTON', meaning: 'there is no such type of destination number' },
  { code: 0x51, name: 'ESME_RINVDSTNPI', meaning: 'there is no such destination numbering plan' },
  { code: 0x53, name: 'ESME_RINVSYSTYP', meaning: 'there is no such system type' },
  { code: 0x54, name: 'ESME_RINVREPFLAG', meaning: 'there is no such replace flag' },
  { code: 0x55, name: 'ESME_RINVNUMMSGS', meaning: 'the number of messages is wrong' },
  { code: 0x58, name: 'ESME_RTHROTTLED', meaning: 'too many messages in too short a time' },
  { code: 0x61, name: 'ESME_RINVSCHED', meaning: 'the scheduled time is wrong' },
  { code: 0x62, name: 'ESME_RINVEXPIRY', meaning: 'the validity period is wrong' },
  { code: 0x63, name: 'ESME_RINVDFTMSGID', meaning: 'there is no such predefined message' },
  { code: 0x64, name: 'ESME_RX_T_APPN', meaning: 'the receiver has a temporary problem' },
  { code: 0x65, name: 'ESME_RX_P_APPN', meaning: 'the receiver has a permanent problem' },
  { code: 0x66, name: 'ESME_RX_R_APPN', meaning: 'the receiver rejects the message' },
  { code: 0x67, name: 'ESME_RQUERYFAIL', meaning: 'the query failed' },
  { code: 0xc0, name: 'ESME_RINVOPTPARSTREAM', meaning: 'the optional parameters are malformed' },
  { code: 0xc1, name: 'ESME_ROPTPARNOTALLWD', meaning: 'an optional parameter is not allowed' },
  { code: 0xc2, name: 'ESME_RINVPARLEN', meaning: 'a parameter has a wrong length' },
  { code: 0xc3, name: 'ESME_RMISSINGOPTPARAM', meaning: 'an optional parameter is missing' },
  { code: 0xc4, name: 'ESME_RINVOPTPARAMVAL', meaning: 'an optional parameter has a wrong value' },
  { code: 0xfe, name: 'ESME_RDELIVERYFAILURE', meaning: 'the delivery failed' },
  { code: 0xff, name: 'ESME_RUNKNOWNERR', meaning: 'an unknown error' },
] as const

export type StatusName = (typeof statuses)[number]['name']

const codes: ReadonlyMap<string, number> = new Map(statuses.map(({ name, code }) => [name, code]))
const names: ReadonlyMap<number, StatusName> = new Map(
  statuses.map(({ name, code }) => [code, name]),
)

export function statusCode(name: StatusName): number {
  return codes.get(name) ?? 0xff
}

/** The name, or the number where the table has none: 0x400 to 0x4FF are for each SMSC to define. */
export function statusName(code: number): string {
  return names.get(code) ?? `0x${code.toString(16).padStart(8, '0')}`
}
