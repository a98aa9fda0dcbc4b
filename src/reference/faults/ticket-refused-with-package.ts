import { defineFault } from '../fault.ts'
import { respond } from '../respond.ts'
import { demoSuite, packSuite } from '../suites.ts'

/** Many checks see it: what calls itself a refusal and holds the client ends nothing. */
export default defineFault({
  breaks: [
    'ticket/nothing-in-the-refusal',
    'ticket/refused-after-the-end',
    'ticket/dead-when-cancelled',
    'ticket/neighbours-refused',
    'ticket/forged-number-opens-nothing',
    'ticket/uses',
  ],
  title: 'sends the package along with the 404 that refuses a ticket',
  answer: (response, { route, ticket }) =>
    route === 'descriptor' && response.status === 404 && ticket !== undefined
      ? respond(
          404,
          [['Content-Type', 'application/java-archive']],
          packSuite(demoSuite, undefined),
        )
      : response,
})
