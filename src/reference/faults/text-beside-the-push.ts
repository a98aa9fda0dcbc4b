import { concatenationOf, portsOf } from '../../wire/sms/udh.ts'
import { defineFault } from '../fault.ts'
import { alterSubmit, messageOf, withMessage } from '../push/alter-message.ts'

/** Far from the numbers that the server counts itself. */
const otherSequences = 0x40_00_00_00

export default defineFault({
  breaks: ['push/one-message', 'smpp/no-resubmission'],
  title: 'announces each push by a text of its own',
  pushing: alterSubmit((submit) => {
    const { elements } = messageOf(submit)
    const isWhole = concatenationOf(elements) === undefined
    if (!isWhole || portsOf(elements) === undefined) return [submit]
    const octets = new TextEncoder().encode('Look into your inbox')
    const text = withMessage(submit, { elements: [], octets, dataCoding: 0 })
    return [submit, { ...text, sequence: otherSequences + submit.sequence }]
  }),
})
