import { defineFault } from '../fault.ts'
import type { Route } from '../fault.ts'
import { say } from '../respond.ts'

/** Gateways speak in their own way. */
const ofGateways: readonly Route[] = ['push-result', 'delivery-report']

export default defineFault({
  breaks: ['http/connections'],
  title: 'refuses requests that are to be the last on their connection',
  answer: (response, { route, request, arrival }) =>
    arrival.version === '1.1' &&
    !ofGateways.includes(route) &&
    request.headers.get('Connection')?.toLowerCase() === 'close'
      ? say(400, 'Keep the connection.')
      : response,
})
