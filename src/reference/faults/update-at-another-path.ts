import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['update/same-place'],
  title: 'has a folder for each version, so that the package of an update is at another path',
  descriptor: (attributes) =>
    changeValue(attributes, 'MIDlet-Jar-URL', (url) =>
      url.replace('/demo.jar?build=updated&', '/next/demo.jar?build=updated-elsewhere&'),
    ),
})
