import { defineFault } from '../fault.ts'
import { concatenationOf, portsOf } from '../../wire/sms/udh.ts'
import { alterMessage } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/document-readable'],
  title: 'leaves octets of its buffer behind the document of a push',
  pushing: alterMessage((message) => {
    const { elements, octets } = message
    const { sequence = 1, total = 1 } = concatenationOf(elements) ?? {}
    const isLast = portsOf(elements) !== undefined && sequence === total
    return isLast ? { ...message, octets: Uint8Array.from([...octets, 0, 0]) } : message
  }),
})
