import { defineFault } from '../fault.ts'
import { field } from '../../wire/wsp/headers.ts'
import { alterPush } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/headers-of-a-push'],
  title: 'sends its User-Agent with every push',
  pushing: alterPush((push) => ({
    ...push,
    headers: [...push.headers, field('User-Agent', { kind: 'text', text: 'Ota/1.0' })],
  })),
})
