import { defineFault, spoil } from '../fault.ts'
import { cacheControl, respond } from '../respond.ts'

/** Visits are kept for a week. */
const visitMsMax = 7 * 24 * 3_600_000

export default defineFault({
  breaks: ['session/late-package'],
  title: 'fails with 500 when a package is asked for that it has forgotten',
  answer: spoil('package', (response, { visit, now }) =>
    visit !== undefined && now - visit.openedAt > visitMsMax
      ? respond(500, [cacheControl])
      : response,
  ),
})
