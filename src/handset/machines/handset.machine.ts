/**
 * The handset while it has power: the work in hand, the reports and the clients that run. It routes; children work.
 *
 * What is pushed to it has no state: a message is joined, decided on and kept in the moment in which it comes, and segments that
 * wait are in flash. What lasts is a link that is shown when the phone is done with something else.
 */
import { unoccupied } from './handset-inputs.ts'
import { handsetSetup } from './handset.setup.ts'
import { clients } from './clients.region.ts'
import { beginAtOnce } from './known-beginning.ts'
import { reports } from './reports.region.ts'
import { work } from './work.region.ts'

export const handsetMachine = handsetSetup.createMachine({
  id: 'handset',
  context: ({ input }) => unoccupied(input.phone),
  type: 'parallel',
  on: {
    'message.arrived': {
      actions: { type: 'take the message', params: ({ event }) => event },
    },
    'message.chosen': {
      actions: { type: 'open the message', params: ({ event }) => event },
    },
  },
  always: { guard: 'a link does not wait', actions: 'show the link' },
  states: {
    work,
    reports,
    clients,
  },
})

beginAtOnce(handsetMachine, ({ phone }) => unoccupied(phone))
