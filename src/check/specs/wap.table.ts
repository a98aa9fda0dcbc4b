import type { ClauseRow } from '../specs.ts'

/** Provisioning through a WAP June 2000 network. */
export const wapClauses = [
  {
    id: 'MIDP2-WAP-01',
    document: 'OTA2',
    section: 'WAP June 2000',
    level: 'informative',
    on: 'server',
    paraphrase:
      'A server is always spoken to in HTTP over TCP; the gateway does the rest, whatever the phone speaks.',
  },
  {
    id: 'MIDP2-WAP-02',
    document: 'OTA2',
    section: 'WAP June 2000',
    level: 'must',
    on: 'device',
    paraphrase:
      'A WAP terminal uses connection-oriented WSP over a data call or GPRS and carries both media types, authentication and POST.',
  },
  {
    id: 'MIDP2-WAP-03',
    document: 'OTA2',
    section: 'WAP June 2000',
    level: 'must',
    on: 'device',
    paraphrase: 'A terminal adds Accept: */* where the application gave no Accept of its own.',
  },
  {
    id: 'MIDP2-WAP-04',
    document: 'OTA2',
    section: 'WAP June 2000',
    level: 'must',
    on: 'gateway',
    paraphrase:
      'A gateway passes descriptors and packages as an HTTP proxy would, supports authentication and POST, and passes anything on under Accept: */*.',
  },
] as const satisfies readonly ClauseRow[]
