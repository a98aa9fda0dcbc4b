import type { ClauseRow } from '../specs.ts'

/** Servers over https, as phones meet them. */
export const tlsClauses = [
  {
    id: 'TLS-CHAIN',
    document: 'RFC5246',
    section: '7.4.2 Server Certificate',
    level: 'should',
    on: 'server',
    paraphrase:
      'A server sends its own certificate first, then each time the one that certifies the one before; only the root may be left out, since whoever is to trust it has it. RFC 2246 wanted the same of TLS 1.0.',
  },
  {
    id: 'TLS-HOST',
    document: 'RFC2818',
    section: '3.1 Server Identity',
    level: 'must-if',
    on: 'server',
    paraphrase:
      'The host of the URL is one of the dNSNames in the certificate, or its common name where it has none; an address is one of its iPAddresses. A client that finds another asks its user or ends the connection.',
  },
  {
    id: 'TLS-NAME',
    document: 'RFC4366',
    section: '3.1 Server Name Indication',
    level: 'should',
    on: 'server',
    paraphrase:
      'A client may name the host that it wants before the server shows a certificate. It is an extension of April 2006, and it is assumed that phones of that age send none.',
  },
  {
    id: 'TLS-ROOT',
    document: 'DME',
    section: '3912, device management by OMA DM',
    level: 'should',
    on: 'server',
    paraphrase:
      'The certificate of the server leads to a root that the phone trusts: one of those that it was made with, or one that it was sent before.',
  },
  {
    id: 'TLS-VALIDITY',
    document: 'RFC5280',
    section: '4.1.2.5 Validity',
    level: 'must-if',
    on: 'server',
    paraphrase: 'A certificate is good from its first instant to its last, both included.',
  },
  {
    id: 'TLS-VERSION',
    document: 'IO21',
    section: 'HttpsConnection',
    level: 'should',
    on: 'device',
    paraphrase:
      'A phone speaks HTTP over TLS 1.0, SSL 3.0, or what WAP made of them. That it speaks nothing later and has keys of RSA alone is assumed, of phones of other platforms too.',
  },
] as const satisfies readonly ClauseRow[]
