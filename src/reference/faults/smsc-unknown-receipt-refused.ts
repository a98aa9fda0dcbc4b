import { defineFault } from '../fault.ts'

export default defineFault({
  breaks: ['smpp/takes-any-receipt'],
  title: 'answers receipts of messages that it does not know with an error',
  pushing: { conduct: { refusesUnknownReceipts: true } },
})
