/** The request that carries a status report. */
import type { CarryOrder } from '../arrival.ts'
import type { QueuedReport } from '../flash.ts'
import type { Phone } from '../phone.ts'

interface ReportToSend {
  readonly phone: Phone
  readonly report: QueuedReport
}

export function makeReportOrder({ phone, report }: ReportToSend): CarryOrder {
  const purpose = `${report.kind}-report` as const
  const style = phone.behaviour.requestStyle(purpose, phone.profile)
  const { body, headers, framing } = phone.behaviour.reportMessage(report.code)
  return {
    purpose,
    expectedBytes: undefined,
    probe: undefined,
    credentials: undefined,
    request: {
      ...style,
      method: 'POST',
      url: report.url,
      headers: [...style.headers, ...headers],
      body,
      framing,
    },
  }
}
