import { defineFault } from '../fault.ts'
import { contentTypeNamed } from '../../wire/wsp/content-type.ts'
import { alterPush } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/content-type-known'],
  title: 'pushes documents as mere octets',
  pushing: alterPush((push) => ({
    ...push,
    contentType: contentTypeNamed('application/octet-stream', push.contentType.parameters),
  })),
})
