import { defineFault } from '../fault.ts'

const texts = 120
const text = 'All work and no play makes a phone a dull thing to have about. '.repeat(2).trim()

export default defineFault({
  breaks: ['descriptor/fits-small-devices'],
  title: 'fills the descriptor with texts for a catalogue',
  descriptor: (attributes) => [
    ...attributes,
    ...Array.from({ length: texts }, (_, index) => [`Acme-Text-${index + 1}`, text] as const),
  ],
})
