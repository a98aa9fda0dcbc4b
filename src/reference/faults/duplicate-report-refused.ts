import { defineFault, notifyRoutes, spoil } from '../fault.ts'
import { say } from '../respond.ts'
import type { Visit } from '../visits.ts'

/** Different reports of one visit that are remembered. */
const reportsMax = 100

/** The same is the same in form too, so that the other ways to write a report are not refused with it. */
const seen = new WeakMap<Visit, Set<string>>()

export default defineFault({
  breaks: ['report/duplicate'],
  title: 'answers 409 when the same report comes again',
  answer: spoil(notifyRoutes, (response, { visit, request, body }) => {
    if (visit === undefined) return response
    const reports = seen.get(visit) ?? new Set()
    seen.set(visit, reports)
    const { url, headers } = request
    const form = [headers.get('Content-Type'), headers.get('Transfer-Encoding')]
    const report = [url, ...form, ...body].join(' ')
    if (reports.has(report)) return say(409, 'This has been reported.')
    if (reports.size < reportsMax) reports.add(report)
    return response
  }),
})
