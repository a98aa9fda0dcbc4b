import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['session/no-secrets-in-urls'],
  title: 'writes the number of the subscriber into notify URLs',
  descriptor: (attributes) =>
    changeValue(attributes, 'MIDlet-Delete-Notify', (url) => `${url}?msisdn=491700000000`),
})
