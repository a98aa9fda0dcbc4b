import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/jar-url-absolute'],
  title: 'names the package relative to the descriptor',
  descriptor: (attributes) =>
    changeValue(attributes, 'MIDlet-Jar-URL', (url) => url.slice(url.lastIndexOf('/') + 1)),
})
