import { defineFault } from '../fault.ts'
import { say } from '../respond.ts'

export default defineFault({
  breaks: ['native/odd-identity', 'native/document-not-awaited', 'native/available'],
  title: 'falls over requests without User-Agent where clients are',
  answer: (response, { request }) =>
    new URL(request.url).pathname.startsWith('/client') &&
    (request.headers.get('User-Agent') ?? '') === ''
      ? say(500, 'undefined is not a string')
      : response,
})
