import { defineFault } from '../fault.ts'
import { alterMessage } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['sms/reference-changes'],
  title: 'gives all messages in segments the same reference',
  pushing: alterMessage((message) => ({
    ...message,
    elements: message.elements.map((element) =>
      element.kind === 'concatenation' ? { ...element, reference: 7 } : element,
    ),
  })),
})
