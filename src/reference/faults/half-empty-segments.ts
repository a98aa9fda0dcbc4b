import { concatenationOf, portsOf } from '../../wire/sms/udh.ts'
import type { UdhElement } from '../../wire/sms/udh.ts'
import { defineFault } from '../fault.ts'
import { alterSubmit, messageOf, withMessage } from '../push/alter-message.ts'

/** Far from the numbers of other requests. */
const sequenceOfSecond = 1_000_000
const endOctets = 5

/** It forgets the second part: what the centre refuses or puts off of it never comes, and each bind counts anew. */
export default defineFault({
  breaks: [
    'sms/no-needless-segments',
    'sms/reference-changes',
    'smpp/no-resubmission',
    'smpp/put-off-comes-later',
  ],
  title: 'cuts into two segments what fits one message',
  pushing: alterSubmit((submit) => {
    const { elements, octets, dataCoding } = messageOf(submit)
    const isWhole = portsOf(elements) !== undefined && concatenationOf(elements) === undefined
    if (!isWhole) return [submit]
    // The end of the text, which is the same in the next message: a stray one does no more harm.
    const end = Math.max(1, octets.length - endOctets)
    return [octets.subarray(0, end), octets.subarray(end)].map((half, index) => {
      const place: UdhElement = {
        kind: 'concatenation',
        referenceBits: 8,
        reference: submit.sequence % 256,
        total: 2,
        sequence: index + 1,
      }
      return withMessage(
        { ...submit, sequence: submit.sequence + index * sequenceOfSecond },
        { elements: [...elements, place], octets: half, dataCoding },
      )
    })
  }),
})
