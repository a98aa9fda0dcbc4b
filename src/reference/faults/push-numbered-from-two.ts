import { countNumbered } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/push-entries'],
  title: 'leaves a gap in the numbers of the push entries',
  descriptor: (attributes) => [
    ...attributes,
    [
      `MIDlet-Push-${countNumbered(attributes, 'MIDlet-Push-') + 2}`,
      'socket://:7102, acme.Demo, *',
    ],
  ],
})
