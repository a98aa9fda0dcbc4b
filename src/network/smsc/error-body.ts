/** The body of a response with an error: none, or fields that say nothing (SMPP 3.4 leaves it out; some SMSCs do not). */
import type { CommandName } from '../../wire/smpp/commands.table.ts'
import { isBodiless } from '../../wire/smpp/pdu.ts'
import type { PduBody } from '../../wire/smpp/pdu.ts'
import type { SmscOptions } from './smsc-options.ts'

/** @param response `undefined` for generic_nack */
export function errorBody(
  response: CommandName | undefined,
  { errorBodies }: Pick<SmscOptions, 'errorBodies'>,
): PduBody {
  if (response !== undefined && isBodiless(response)) return { command: response }
  const isEmpty = errorBodies === 'empty'
  switch (response) {
    case 'bind_receiver_resp':
    case 'bind_transmitter_resp':
    case 'bind_transceiver_resp':
      return { command: response, systemId: isEmpty ? '' : undefined }
    case 'submit_sm_resp':
    case 'deliver_sm_resp':
    case 'data_sm_resp':
      return { command: response, messageId: isEmpty ? '' : undefined }
    case 'submit_multi_resp':
      return { command: response, result: isEmpty ? { messageId: '', failed: [] } : undefined }
    case 'query_sm_resp':
      return { command: response, result: isEmpty ? nothingKnown : undefined }
    default:
      return { command: 'generic_nack' }
  }
}

const nothingKnown = { messageId: '', finalDate: '', state: 7, errorCode: 0 }
