import { defineFault } from '../fault.ts'

const setupSays = { name: 'Client', versionMin: '5.0', fileCount: 2 }

export default defineFault({
  breaks: ['native/descriptions-agree'],
  title: 'gives out cabinets whose two descriptions differ',
  client: (specs) => ({
    ...specs,
    'pocket-pc': { ...specs['pocket-pc'], setupSays },
    smartphone: { ...specs.smartphone, setupSays },
  }),
})
