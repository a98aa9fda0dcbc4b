import { decodeGsm } from '../../wire/sms/gsm7.ts'
import { encodeUcs2 } from '../../wire/sms/ucs2.ts'
import { concatenationOf } from '../../wire/sms/udh.ts'
import { defineFault } from '../fault.ts'
import { alterText } from '../push/alter-message.ts'

const ucs2 = 0x08
const charactersMax = 70

export default defineFault({
  breaks: ['sms/fits-the-alphabet'],
  title: 'sends texts in UCS-2 whatever characters they have',
  pushing: alterText((message) =>
    message.octets.length > charactersMax || concatenationOf(message.elements) !== undefined
      ? message
      : { ...message, dataCoding: ucs2, octets: encodeUcs2(decodeGsm(message.octets)) },
  ),
})
