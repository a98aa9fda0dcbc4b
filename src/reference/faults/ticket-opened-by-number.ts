import { defineFault } from '../fault.ts'
import { respond } from '../respond.ts'
import { demoSuite, packSuite } from '../suites.ts'

export default defineFault({
  breaks: ['ticket/forged-number-opens-nothing'],
  title: 'believes a field that says whose phone it is, and opens any ticket to it',
  answer: (response, { route, ticket, request }) =>
    route === 'descriptor' && ticket === 'unknown' && request.headers.has('X-MSISDN')
      ? respond(
          200,
          [['Content-Type', 'application/java-archive']],
          packSuite(demoSuite, undefined),
        )
      : response,
})
