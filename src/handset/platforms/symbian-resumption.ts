/** The download manager of S60 since its 3rd Edition, after its source (HttpDownload.cpp). */
import { headerValue } from '../../wire/http-fields.ts'
import type { Header } from '../../trace/events.ts'
import type { ResumptionHabits, KnownDownload } from '../resumption-habits.ts'

/**
 * `If-Match` as soon as an entity tag is known (SetRequestHeaderL), also for the first GET after HEAD; `Range` once octets are
 * there (SetRangeFieldL); and `If-Range` with the date of `Expires`, or else of `Last-Modified` (SetExpireToFieldL), whether or
 * not there is a range.
 */
function conditions({ headers, octets }: KnownDownload): readonly Header[] {
  const tag = headerValue(headers, 'ETag')
  const date = headerValue(headers, 'Expires') ?? headerValue(headers, 'Last-Modified')
  return [
    ...(tag === undefined ? [] : [['If-Match', tag] as const]),
    ...(octets === 0 ? [] : [['Range', `bytes=${octets}-`] as const]),
    ...(date === undefined ? [] : [['If-Range', date] as const]),
  ]
}

/** It has changed, or is shorter now (ResponseHeaderReceivedL, ERestartIfExpired). */
const changed: readonly number[] = [412, 416]

export const s60Resumption: ResumptionHabits = {
  keepsBroken: true,
  conditions,
  beginsAnew: (status) => changed.includes(status),
}
