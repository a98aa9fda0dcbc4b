import { defineFault } from '../fault.ts'
import { alterSubmit } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['sms/header-valid', 'push/one-message'],
  title: 'does not say that a message begins with a header',
  pushing: alterSubmit((submit) => [{ ...submit, esmClass: 0 }]),
})
