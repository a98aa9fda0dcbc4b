import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/notify-url-http'],
  title: 'wants deletions reported over https',
  descriptor: (attributes) =>
    changeValue(attributes, 'MIDlet-Delete-Notify', (url) => url.replace('http:', 'https:')),
})
