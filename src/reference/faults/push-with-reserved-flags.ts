import { field } from '../../wire/wsp/headers.ts'
import { integerValue } from '../../wire/wsp/values.ts'
import { defineFault } from '../fault.ts'
import { alterPush } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/headers-of-a-push'],
  title: 'sets bits of Push-Flag that mean nothing',
  pushing: alterPush((push) => ({
    ...push,
    headers: [...push.headers, field('Push-Flag', integerValue(0x40))],
  })),
})
