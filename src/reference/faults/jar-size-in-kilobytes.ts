import { changeValue } from '../attribute-edits.ts'
import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['descriptor/jar-size-syntax'],
  title: 'states the size of the package in kilobytes',
  descriptor: (attributes) =>
    changeValue(attributes, 'MIDlet-Jar-Size', (size) => `${Math.ceil(Number(size) / 1024)}K`),
})
