import { defineFault } from '../fault.ts'
import { field } from '../../wire/wsp/headers.ts'
import { alterPush } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/application-as-number'],
  title: 'spells out the application of pushes',
  pushing: alterPush((push) => ({
    ...push,
    headers: [
      ...push.headers,
      field('X-Wap-Application-Id', { kind: 'text', text: 'x-wap-application:wml.ua' }),
    ],
  })),
})
