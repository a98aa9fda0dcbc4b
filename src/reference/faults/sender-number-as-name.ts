import { defineFault } from '../fault.ts'
import { alterSubmit } from '../push/alter-message.ts'

export default defineFault({
  breaks: ['sms/sender-type'],
  title: 'sends the number it pushes from as a name',
  pushing: alterSubmit((submit) => [{ ...submit, source: { ...submit.source, ton: 5, npi: 0 } }]),
})
