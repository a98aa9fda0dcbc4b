import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['http/stays-on-target-hosts'],
  title: 'keeps packages on a host nobody told the tester of',
  descriptor: (attributes) =>
    changeValue(attributes, 'MIDlet-Jar-URL', (url) =>
      url.replace(/^http:\/\/[^/]+/, 'http://packages.invalid'),
    ),
})
