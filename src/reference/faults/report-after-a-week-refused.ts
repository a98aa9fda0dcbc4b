import { defineFault, spoil } from '../fault.ts'
import { say } from '../respond.ts'

/** Visits are kept for a week. */
const visitMsMax = 7 * 24 * 3_600_000

export default defineFault({
  breaks: ['report/expired-session'],
  title: 'forgets a visit after a week and refuses its report',
  answer: spoil('install-notify', (response, { visit, now }) =>
    visit === undefined || now - visit.openedAt > visitMsMax
      ? say(404, 'There is no such session.')
      : response,
  ),
})
