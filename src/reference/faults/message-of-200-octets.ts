import { defineFault } from '../fault.ts'
import { alterDatagram } from '../push/alter-message.ts'

const octets = 200

/** What is added is trailing octets of the document, too. */
export default defineFault({
  breaks: ['sms/fits-one-message', 'push/document-readable'],
  title: 'hands 200 octets over as one message',
  pushing: alterDatagram((pushed) => {
    const padded = new Uint8Array(Math.max(octets, pushed.length))
    padded.set(pushed)
    return padded
  }),
})
