import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'

/** Deletion Notification, the last one of MIDP 2.0. */
const lastKnownCode = 912

export default defineFault({
  breaks: ['report/any-code'],
  title: 'refuses codes that it has no text for',
  answer: spoil(notifyRoutes, (response, { report }) =>
    report !== undefined && report.code > lastKnownCode
      ? say(400, 'There is no such code.')
      : response,
  ),
})
