/** The delivery of the report that is due first (OTA2 Status reports): its attempts, and what is told of its end. */
import type { TraceFact } from '../../trace/events.ts'
import type { CarryOrder } from '../arrival.ts'
import type { Received } from '../behaviour.ts'
import type { QueuedReport } from '../flash.ts'
import type { Phone } from '../phone.ts'
import { makeReportOrder } from './report-order.ts'

export interface Delivery {
  readonly phone: Phone
  /** Due, the one under way first, as it was when it became due. */
  readonly due: readonly QueuedReport[]
  /** Attempts by schedule since the one with which its delivery began. */
  readonly retries: number
  /** Times it was sent again within this attempt. */
  readonly repeats: number
}

export function makeOrder(delivery: Delivery): CarryOrder {
  return makeReportOrder({ phone: delivery.phone, report: underWay(delivery) })
}

/** What a server has to answer to a report of this kind. */
export function isDelivered(delivery: Delivery, received: Received): boolean {
  const { behaviour } = delivery.phone
  return isOfDownload(delivery)
    ? behaviour.download.isDelivered(received)
    : behaviour.isDelivered(received)
}

export function isRepeated(delivery: Delivery, received: Received): boolean {
  const { phone, repeats } = delivery
  return isOfDownload(delivery)
    ? phone.behaviour.download.repeatsReport(received, repeats)
    : phone.behaviour.repeatsReport(received, repeats)
}

function isOfDownload(delivery: Delivery): boolean {
  return underWay(delivery).kind === 'download'
}

/** Attempts that this phone makes are made; the one under way counts. */
export function isUsedUp(delivery: Delivery): boolean {
  const { behaviour } = delivery.phone
  const attemptsMax = isOfDownload(delivery)
    ? behaviour.download.reportAttemptsMax
    : behaviour.reportAttemptsMax(underWay(delivery))
  return attemptsOf(delivery) >= attemptsMax
}

/** Milliseconds until the next attempt, where the phone has a schedule. */
export function nextDelay(delivery: Delivery): number | undefined {
  return delivery.phone.behaviour.retrySchedule(attemptsOf(delivery))
}

export function saveAttempt(delivery: Delivery): void {
  const { id } = underWay(delivery)
  delivery.phone.storage.commit({ kind: 'report attempted', reportId: id })
}

export function takeOff(delivery: Delivery): void {
  const { id } = underWay(delivery)
  delivery.phone.storage.commit({ kind: 'report settled', reportId: id })
}

/** What is due behind the one under way, without what went with its suite meanwhile. */
export function strikeOff({ phone, due }: Delivery): Omit<Delivery, 'phone'> {
  const rest = due.slice(1)
  const { reports } = phone.storage.read()
  return {
    due: rest.filter(({ id }) => reports.some((report) => report.id === id)),
    retries: 0,
    repeats: 0,
  }
}

export function delivered(delivery: Delivery): TraceFact {
  const { id } = underWay(delivery)
  return { type: 'report.delivered', id, attempts: attemptsOf(delivery) }
}

export function kept(delivery: Delivery, received: Received): TraceFact {
  return { type: 'report.kept', ...left(delivery, received) }
}

export function abandoned(delivery: Delivery, received: Received): TraceFact {
  return { type: 'report.abandoned', ...left(delivery, received) }
}

function left(delivery: Delivery, received: Received) {
  const { id } = underWay(delivery)
  const reason = received.kind === 'response' ? `HTTP status ${received.status}` : received.detail
  return { id, attempts: attemptsOf(delivery), reason }
}

function attemptsOf(delivery: Delivery): number {
  return underWay(delivery).attempts + 1 + delivery.retries
}

function underWay({ due }: Delivery): QueuedReport {
  const [report] = due
  if (report === undefined) throw new TypeError('no report is due')
  return report
}
