import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['native/stored-for-pocket-pc-2003'],
  title: 'gives out compressed cabinets for Pocket PC',
  client: (specs) => ({
    ...specs,
    'pocket-pc': { ...specs['pocket-pc'], compression: 'mszip' },
  }),
})
