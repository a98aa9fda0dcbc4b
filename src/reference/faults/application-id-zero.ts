import { defineFault } from '../fault.ts'
import { field } from '../../wire/wsp/headers.ts'
import { integerValue } from '../../wire/wsp/values.ts'
import { alterPush } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/application'],
  title: 'addresses pushes to the application 0',
  pushing: alterPush((push) => ({
    ...push,
    headers: [...push.headers, field('X-Wap-Application-Id', integerValue(0))],
  })),
})
