import { defineFault, spoil } from '../fault.ts'
import { frame } from '../frame.ts'

/** What a phone of the time takes for a package of 60 KB. */
const transferMs = 40_000

export default defineFault({
  breaks: ['ticket/running-transfer-ends', 'http/framing', 'package/available'],
  title: 'cuts a package off at the end of its ticket',
  answer: spoil(['package', 'client'], (response, { ticketEndsAt, now }) =>
    ticketEndsAt !== undefined && now <= ticketEndsAt && now > ticketEndsAt - transferMs
      ? frame(response, { cutAfterBodyOctets: 10_000 })
      : response,
  ),
})
