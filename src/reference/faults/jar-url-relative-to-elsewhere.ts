import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/jar-url-resolves', 'descriptor/jar-url-absolute', 'package/available'],
  title: 'names the package relative to a folder that the descriptor is not in',
  descriptor: (attributes) =>
    changeValue(
      attributes,
      'MIDlet-Jar-URL',
      (url) => `suites/${url.slice(url.lastIndexOf('/') + 1)}`,
    ),
})
