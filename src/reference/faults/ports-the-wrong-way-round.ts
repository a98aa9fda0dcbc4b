import { defineFault } from '../fault.ts'
import { alterMessage } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/port'],
  title: 'writes the ports of pushes the wrong way round',
  pushing: alterMessage((message) => ({
    ...message,
    elements: message.elements.map((element) =>
      element.kind === 'ports'
        ? { ...element, destination: element.source, source: element.destination }
        : element,
    ),
  })),
})
