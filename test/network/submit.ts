import type { Submission } from '../../src/network/submission.ts'
import { encodeGsm } from '../../src/wire/sms/gsm7.ts'

/** A text as a bearer hands it to the router. */
export function textTo(to: string, text: string, changes: Partial<Submission> = {}): Submission {
  return {
    bearer: 'smsc',
    sender: 'acme',
    from: { ton: 1, npi: 1, value: '3581234' },
    to,
    carrier: 'sms',
    protocolId: 0,
    dataCoding: 0,
    elements: [],
    octets: encodeGsm(text) ?? new Uint8Array(),
    wantsReport: false,
    deliverAt: undefined,
    validUntil: undefined,
    serviceType: '',
    replacesWaiting: false,
    ...changes,
  }
}
