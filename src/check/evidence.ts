import type { Descriptor } from '../wire/jad.ts'
import type { JarInspection } from '../wire/jar.ts'
import type { MediaType } from '../wire/media-types.ts'
import type { StatusReport } from '../wire/status-report.ts'
import type { EventOf, Exchange, Purpose, RecordedResponse, TraceEvent, TraceEventType } from '../trace/events.ts'

/** A descriptor as the target sent it with 200. */
export interface DescriptorEvidence {
  readonly seq: number
  readonly exchange: Exchange
  readonly response: RecordedResponse
  readonly mediaType: MediaType | undefined
  readonly descriptor: Descriptor
  /** Last value of an attribute, exact name. */
  value(name: string): string | undefined
}

/** A whole package as the target sent it with 200. */
export interface PackageEvidence {
  readonly seq: number
  readonly exchange: Exchange
  readonly response: RecordedResponse
  readonly jar: JarInspection
  /** The descriptor whose `MIDlet-Jar-URL` led here, if it was fetched in this trace and not altered on its way. */
  readonly descriptor: DescriptorEvidence | undefined
}

/** A status report that reached the target. */
export interface ReportEvidence {
  readonly seq: number
  readonly exchange: Exchange
  readonly kind: 'install' | 'delete'
  readonly report: StatusReport | undefined
  /** Absent when the target did not answer. */
  readonly response: RecordedResponse | undefined
}

export interface Evidence {
  readonly events: readonly TraceEvent[]
  all<T extends TraceEventType>(type: T): readonly EventOf<T>[]
  /** Exchanges whose request reached the target, in order; of one purpose if given. */
  exchanges(purpose?: Purpose): readonly Exchange[]
  readonly descriptors: readonly DescriptorEvidence[]
  readonly packages: readonly PackageEvidence[]
  readonly reports: readonly ReportEvidence[]
}
