import { concatenationOf } from '../../wire/sms/udh.ts'
import { defineFault } from '../fault.ts'
import { alterMessage } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['sms/element-order'],
  title: 'writes the elements of every second segment the other way round',
  pushing: alterMessage((message) =>
    (concatenationOf(message.elements)?.sequence ?? 1) % 2 === 0
      ? { ...message, elements: message.elements.toReversed() }
      : message,
  ),
})
