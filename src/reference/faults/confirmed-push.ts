import { defineFault } from '../fault.ts'
import { alterPush } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['push/pdu-readable'],
  title: 'sends pushes as ConfirmedPush where there is no session',
  pushing: alterPush((push) => ({ ...push, confirmed: true })),
})
