import type { ClauseRow } from '../specs.ts'

/** Links that are made for one phone and one order. */
export const ticketClauses = [
  {
    id: 'TICKET-LIFETIME',
    document: 'DME',
    section: 'Software push, ticket lifetime',
    level: 'must-if',
    on: 'server',
    paraphrase:
      'A link that is pushed for a client is good for as long as the server is configured to keep it, and for no longer. The target file promises it with ticketLifetime; it is counted from the order, and a few seconds at the end are held against nobody.',
  },
  {
    id: 'TICKET-END',
    document: 'RFC9110',
    section: '15.5.5 404 Not Found; 15.5.11 410 Gone',
    level: 'field',
    on: 'server',
    paraphrase:
      'What is no longer there is answered 404 or 410, without it, and not with a page, a redirect or an error of the server. 403 says less, and is taken for a refusal too.',
  },
  {
    id: 'TICKET-SECRET',
    document: 'HARNESS',
    section: 'Tickets',
    level: 'field',
    on: 'server',
    paraphrase:
      'A link that opens something by itself cannot be guessed from others, tells nothing of whom it was made for, and a wrong one tells nothing of right ones: tickets differ in at least 64 bits, hold no phone number and no IMEI, and are answered alike when they have expired and when they never were.',
  },
  {
    id: 'TICKET-NUMBER',
    document: 'HARNESS',
    section: 'Tickets',
    level: 'field',
    on: 'server',
    paraphrase:
      'Gateways tell the number of a phone in fields such as X-MSISDN, and so can everybody else: the field opens nothing that the link does not open, and what it says is not shown to whoever sent it.',
  },
  {
    id: 'TICKET-USE',
    document: 'HARNESS',
    section: 'Tickets',
    level: 'field',
    on: 'server',
    paraphrase:
      'A ticket is used up by nothing but a package that was delivered whole: not by HEAD, not by a descriptor, not by a download that was cut. Whether a whole delivery uses it up is the policy of the server.',
  },
  {
    id: 'TICKET-USES',
    document: 'HARNESS',
    section: 'Tickets',
    level: 'should',
    on: 'server',
    paraphrase:
      'How often the package of a ticket can be had is the policy of the server, which the target file states: as often as it is asked for until the end of the ticket, or once. A use is a package that was delivered whole.',
  },
  {
    id: 'TICKET-ANY-AGENT',
    document: 'HARNESS',
    section: 'Tickets',
    level: 'field',
    on: 'server',
    paraphrase:
      'A ticket is not tied to a connection, to an address or to the headers of the first request: browser and download manager of one phone differ in them.',
  },
  {
    id: 'TICKET-ANOTHER-ORDER',
    document: 'HARNESS',
    section: 'Tickets',
    level: 'should',
    on: 'server',
    paraphrase:
      'After another order for the same phone the older link is good until its own end, or over and answered as one that is. Which of the two is the policy of the server.',
  },
  {
    id: 'TICKET-CANCELLED',
    document: 'HARNESS',
    section: 'Tickets',
    level: 'should',
    on: 'server',
    paraphrase:
      'Once an order is cancelled its link leads to nothing: neither descriptor nor package nor the rest of one is given to whoever asks from then on, and the refusal is as clear as after the end. What is being sent may be sent to its end. That orders can be cancelled is the policy of the server; the target file promises it with verbs.cancel.',
  },
  {
    id: 'TICKET-NOT-SHARED',
    document: 'RFC9111',
    section: '5.2.2 Response Cache-Control Directives',
    level: 'should',
    on: 'server',
    paraphrase:
      'A shared cache keeps neither what is private nor what is not to be stored; what says nothing may be kept, and given to others.',
  },
  {
    id: 'HTTP-HEAD',
    document: 'RFC9110',
    section: '9.3.2 HEAD; 9.2.1 Safe Methods',
    level: 'should',
    on: 'server',
    paraphrase:
      'HEAD is answered as GET would be, without the content, and asks for no change on the server.',
  },
] as const satisfies readonly ClauseRow[]
