/** The handset while it has power: the work in hand, the reports and the messages. It routes; children work. */
import { handsetSetup, unoccupied } from './handset.setup.ts'
import { messages } from './messages.region.ts'
import { reports } from './reports.region.ts'
import { work } from './work.region.ts'

export const handsetMachine = handsetSetup.createMachine({
  id: 'handset',
  context: ({ input }) => unoccupied(input.phone),
  type: 'parallel',
  states: {
    work,
    reports,
    messages,
  },
})
