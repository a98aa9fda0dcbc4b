import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['package/length-equals-jar-size', 'package/content-length'],
  title: 'states the size that the package had before it was rebuilt',
  descriptor: (attributes) =>
    changeValue(attributes, 'MIDlet-Jar-Size', (size) => String(Number(size) - 100)),
})
