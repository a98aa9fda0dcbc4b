/**
 * Result codes of PAP (WAP-247, status codes; those from 5026 on are the abort reasons of WSP, table 35). The thousands say whose turn it is:
 * 1 done, 2 the initiator's fault, 3 the gateway cannot, 4 the gateway cannot now, 5 the client aborted.
 */
export interface PapStatusCode {
  readonly code: number
  readonly meaning: string
  /** Messages that can have it. */
  readonly on: readonly PapAnswer[]
}

export type PapAnswer = 'push' | 'cancel' | 'query' | 'notification' | 'capabilities' | 'bad'

const any = ['push', 'cancel', 'query', 'notification', 'capabilities', 'bad'] as const

export const papStatusCodes = [
  { code: 1000, meaning: 'done', on: ['cancel', 'query', 'notification', 'capabilities'] },
  { code: 1001, meaning: 'accepted for processing', on: ['push'] },
  { code: 2000, meaning: 'malformed request', on: any },
  { code: 2001, meaning: 'refused', on: any },
  {
    code: 2002,
    meaning: 'the address is not one',
    on: ['push', 'cancel', 'query', 'capabilities'],
  },
  { code: 2003, meaning: 'the address is not known', on: ['push', 'query', 'capabilities'] },
  { code: 2004, meaning: 'the push id is not known', on: ['push', 'cancel', 'query'] },
  { code: 2005, meaning: 'the client is not as assumed', on: ['push'] },
  { code: 2006, meaning: 'required capabilities are not supported', on: ['push'] },
  { code: 2007, meaning: 'the push id was already used', on: ['push'] },
  { code: 2008, meaning: 'too late to cancel', on: ['cancel'] },
  { code: 3000, meaning: 'internal error of the gateway', on: any },
  { code: 3001, meaning: 'not implemented', on: any },
  { code: 3002, meaning: 'version of PAP not supported', on: any },
  { code: 3003, meaning: 'not possible', on: any },
  { code: 3004, meaning: 'capabilities cannot be matched', on: ['push'] },
  { code: 3005, meaning: 'several addresses are not supported', on: ['push'] },
  { code: 3006, meaning: 'the content could not be transformed', on: ['push'] },
  { code: 3007, meaning: 'the delivery method is not possible', on: ['push'] },
  { code: 3008, meaning: 'capabilities of the client are not known', on: ['capabilities'] },
  { code: 3009, meaning: 'the required network is not available', on: ['push'] },
  { code: 3010, meaning: 'the required bearer is not available', on: ['push'] },
  { code: 3011, meaning: 'replacing is not supported', on: ['push'] },
  { code: 4000, meaning: 'service failure', on: any },
  { code: 4001, meaning: 'service unavailable for now', on: any },
  { code: 5000, meaning: 'the client aborted', on: ['notification'] },
  { code: 5026, meaning: 'the client aborted: user requested', on: ['notification'] },
  { code: 5027, meaning: 'the client aborted: user refused', on: ['notification'] },
  { code: 5028, meaning: 'the client aborted: user pending', on: ['notification'] },
  { code: 5029, meaning: 'the client aborted: message discarded', on: ['notification'] },
  { code: 5030, meaning: 'the client aborted: content unusable', on: ['notification'] },
] as const satisfies readonly PapStatusCode[]
