import { field } from '../../wire/wsp/headers.ts'
import { integerValue } from '../../wire/wsp/values.ts'
import { defineFault } from '../fault.ts'
import { alterPush } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/pdu-readable'],
  title: 'states a Content-Length in pushes that is one octet short',
  pushing: alterPush((push) => ({
    ...push,
    headers: [...push.headers, field('Content-Length', integerValue(push.body.length - 1))],
  })),
})
