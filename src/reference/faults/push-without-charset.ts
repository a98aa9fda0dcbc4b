import { defineFault } from '../fault.ts'
import { alterPush } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/charset-named'],
  title: 'names no character set in the content type of pushes',
  pushing: alterPush((push) => ({
    ...push,
    contentType: { ...push.contentType, parameters: [] },
  })),
})
