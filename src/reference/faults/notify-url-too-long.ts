import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/notify-url-length'],
  title: 'carries its whole session in the notify URL',
  descriptor: (attributes) =>
    changeValue(attributes, 'MIDlet-Install-Notify', (url) => `${url}?session=${'0'.repeat(256)}`),
})
