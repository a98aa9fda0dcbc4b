import { defineFault } from '../fault.ts'
import { alterMessage } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['sms/segments-complete'],
  title: 'numbers all segments of a message 1',
  pushing: alterMessage((message) => ({
    ...message,
    elements: message.elements.map((element) =>
      element.kind === 'concatenation' ? { ...element, sequence: 1 } : element,
    ),
  })),
})
