import { defineFault } from '../fault.ts'
import { mediaTypeOf } from '../../wire/wsp/content-type.ts'
import { alterPush } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/content-type-as-number', 'push/notification-head'],
  title: 'sends the content type of pushes as a text',
  pushing: alterPush((push) => {
    const text = mediaTypeOf(push.contentType)
    if (text === undefined) return push
    return { ...push, contentType: { ...push.contentType, media: { kind: 'text', text } } }
  }),
})
