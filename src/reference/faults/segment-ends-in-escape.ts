import { escapeSeptet } from '../../wire/sms/gsm7.ts'
import { concatenationOf } from '../../wire/sms/udh.ts'
import { defineFault } from '../fault.ts'
import { alterText } from '../push/alter-message.ts'

/** The last place of a segment is filled with the escape that the next one begins with. */
export default defineFault({
  breaks: ['sms/pairs-unsplit'],
  title: 'cuts texts between an escape and its character',
  pushing: alterText((message) => {
    const { octets } = message
    const sequence = concatenationOf(message.elements)?.sequence
    const septets = 153
    if (sequence === 1 && octets.length < septets) {
      return { ...message, octets: Uint8Array.from([...octets, escapeSeptet]) }
    }
    const isNext = sequence === 2 && octets[0] === escapeSeptet
    return isNext ? { ...message, octets: octets.subarray(1) } : message
  }),
})
