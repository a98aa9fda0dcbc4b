import { defineFault } from '../fault.ts'

const strongArm = 2577

export default defineFault({
  breaks: ['native/for-the-processor'],
  title: 'gives every device the cabinet for StrongARM',
  client: (specs) => ({
    ...specs,
    'pocket-pc': { ...specs['pocket-pc'], architecture: strongArm },
    smartphone: { ...specs.smartphone, architecture: strongArm },
  }),
})
