import { countNumbered } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/midlet-entries'],
  title: 'leaves a gap in the numbers of the MIDlets',
  descriptor: (attributes) => [
    ...attributes,
    [`MIDlet-${countNumbered(attributes, 'MIDlet-') + 2}`, 'Demo again, , acme.Demo'],
  ],
})
