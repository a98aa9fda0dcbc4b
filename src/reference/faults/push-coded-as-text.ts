import { defineFault } from '../fault.ts'
import { portsOf } from '../../wire/sms/udh.ts'
import { alterMessage } from '../push/alter-message.ts'

const ucs2 = 0x08

export default defineFault({
  breaks: ['push/octets-coding'],
  title: 'codes pushes as texts in UCS-2',
  pushing: alterMessage((message) =>
    portsOf(message.elements) === undefined ? message : { ...message, dataCoding: ucs2 },
  ),
})
