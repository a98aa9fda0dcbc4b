import { defineFault } from '../fault.ts'
import { alterSubmit } from '../push/alter-message.ts'

const replaceType1 = 0x41

export default defineFault({
  breaks: ['sms/protocol-id'],
  title: 'makes each message take the place of the one before',
  pushing: alterSubmit((submit) => [{ ...submit, protocolId: replaceType1 }]),
})
