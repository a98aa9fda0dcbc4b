import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'

const carriageReturn = 0x0d
const lineFeed = 0x0a

export default defineFault({
  breaks: ['report/any-line-end'],
  title: 'reads a report only if its line ends with CR LF',
  answer: spoil(notifyRoutes, (response, { body }) =>
    body.at(-2) === carriageReturn && body.at(-1) === lineFeed
      ? response
      : say(400, 'The first line does not end.'),
  ),
})
