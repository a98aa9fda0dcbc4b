/** In what a report of a download departs from the plain one, so that each check judges one departure and no other. */
import { type CheckContext, fail, inconclusive, type Judgement, pass } from './check.ts'
import type { ReportEvidence } from './evidence.ts'
import { isBroken } from './report-forms.ts'

/** `success`: code 900, a text and CR LF; none: not of one form alone. */
export type DownloadReportForm = 'success' | 'failure' | 'no text' | 'line end'

export function formOf({ report }: ReportEvidence): DownloadReportForm | undefined {
  if (report === undefined) return undefined
  const { code, message, terminator } = report
  if (code !== 900) return terminator === 'crlf' && message !== '' ? 'failure' : undefined
  if (message === '') return 'no text'
  return terminator === 'crlf' ? 'success' : 'line end'
}

export function reportsOfForm(
  { evidence }: CheckContext,
  form: DownloadReportForm,
): readonly ReportEvidence[] {
  return evidence.downloadReports.filter((one) => formOf(one) === form)
}

/**
 * Each must be answered 200. Where a plain report to the same place was not either, that is what is at fault.
 *
 * @param how the departure in the words of a finding: `a report without text`
 */
export function* judgeForms(
  context: CheckContext,
  form: DownloadReportForm,
  how: string,
): Iterable<Judgement> {
  const refused = reportsOfForm(context, 'success').find(
    ({ response }) => response !== undefined && response.status !== 200,
  )
  for (const report of reportsOfForm(context, form)) {
    const status = report.response?.status
    if (status === 200) yield pass(report, `${how} was answered 200`)
    else if (status === undefined && !isBroken(report)) continue
    else if (refused !== undefined) {
      yield inconclusive(report, 'blocked by download/report-answered-with-200')
    } else {
      const actual = status === undefined ? `no answer to ${how}` : `${status} for ${how}`
      yield fail(report, { actual, expected: '200' })
    }
  }
}
