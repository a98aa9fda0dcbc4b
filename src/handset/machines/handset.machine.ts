/** The handset while it has power: the work in hand and the reports. It routes; children work. */
import { handsetSetup, unoccupied } from './handset.setup.ts'
import { reports } from './reports.region.ts'
import { work } from './work.region.ts'

export const handsetMachine = handsetSetup.createMachine({
  id: 'handset',
  context: ({ input }) => unoccupied(input.phone),
  type: 'parallel',
  states: {
    work,
    reports,
  },
})
