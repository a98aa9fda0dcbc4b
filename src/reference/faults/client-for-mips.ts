import { defineFault } from '../fault.ts'
import { writeExecutable } from '../cab/executable-writer.ts'

const mips = 0x166
const files = [{ name: 'client.exe', octets: writeExecutable({ machine: mips }) }]

export default defineFault({
  breaks: ['native/for-the-processor'],
  title: 'gives out programs for MIPS in cabinets for any processor',
  client: (specs) => ({
    ...specs,
    'pocket-pc': { ...specs['pocket-pc'], files },
    smartphone: { ...specs.smartphone, files },
  }),
})
