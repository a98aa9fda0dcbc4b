import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['session/own-notify-urls'],
  title: 'wants all installations reported to one URL',
  descriptor: (attributes) =>
    changeValue(attributes, 'MIDlet-Install-Notify', (url) => url.replace(/[^/]+$/, 'all')),
})
