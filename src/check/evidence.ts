import type { ReadDownloadDescriptor } from '../wire/download-descriptor.ts'
import type { Descriptor } from '../wire/jad.ts'
import type { JarInspection } from '../wire/jar.ts'
import type { MediaType } from '../wire/media-types.ts'
import type { BodyPart } from '../wire/multipart.ts'
import type { Page, PageKind } from '../wire/page/page.ts'
import type { StatusReport } from '../wire/status-report.ts'
import type { NativePackageEvidence } from './native-packages.ts'
import type {
  EventOf,
  Exchange,
  Purpose,
  RecordedResponse,
  TraceEvent,
  TraceEventType,
} from '../trace/events.ts'

/** A descriptor as the target sent it with 200. */
export interface DescriptorEvidence {
  readonly seq: number
  readonly exchange: Exchange
  readonly response: RecordedResponse
  readonly mediaType: MediaType | undefined
  /** Read by the letter of the grammar; every departure is in its deviations. */
  readonly descriptor: Descriptor
  /** The network changed it on its way, so what the handset did next says nothing about these octets. */
  readonly altered: boolean
  /** URL of the package: `MIDlet-Jar-URL` resolved against the URL of this exchange. */
  readonly jarUrl: string | undefined
  /** Last value of an attribute, exact name. */
  value(name: string): string | undefined
}

/** A whole package as the target sent it: with 200, or piece by piece with 206. */
export interface PackageEvidence {
  /** `seq` of the exchange that completed it. */
  readonly seq: number
  /** The exchange that completed it; the only one unless it was fetched in ranges. */
  readonly exchange: Exchange
  readonly response: RecordedResponse
  /** Every exchange that carried a part of it, in order; more than one only for ranges. */
  readonly parts: readonly Exchange[]
  /** The whole package, joined from its parts. */
  readonly octets: Uint8Array
  readonly mediaType: MediaType | undefined
  readonly jar: JarInspection
  /** The descriptor whose `MIDlet-Jar-URL` led here, if it was fetched in this trace and not altered on its way. */
  readonly descriptor: DescriptorEvidence | undefined
}

/** A page that the target sent with 200 where a link was opened. */
export interface PageEvidence {
  readonly seq: number
  readonly exchange: Exchange
  readonly response: RecordedResponse
  /** By its media type. */
  readonly kind: PageKind
  /** None: it cannot be read. */
  readonly page: Page | undefined
  /** URLs that a phone can go on to without scripts, by its links and by itself. */
  readonly ways: readonly string[]
  /** What a browser that runs scripts made of it; none: no such browser had it. */
  readonly rendering: EventOf<'page.rendered'> | EventOf<'page.unrendered'> | undefined
}

/** A download descriptor (OMA Download OTA) that the target sent with 200, whatever its label. */
export interface DownloadEvidence {
  readonly seq: number
  readonly exchange: Exchange
  readonly response: RecordedResponse
  /** Of the descriptor itself, where it is part of a body. */
  readonly mediaType: MediaType | undefined
  /** The parts of the body that it is one of, and whether it is the first; none: it came alone. */
  readonly together: { readonly parts: readonly BodyPart[]; readonly isFirst: boolean } | undefined
  /** None: it cannot be read, and `problem` says why. */
  readonly read: ReadDownloadDescriptor | undefined
  readonly problem: string | undefined
  /** The network changed it on its way, so what the handset did next says nothing about these octets. */
  readonly altered: boolean
  /** Resolved against the URL of this exchange. */
  readonly urls: {
    readonly object?: string | undefined
    readonly installNotify?: string | undefined
    readonly next?: string | undefined
  }
}

/** A status report that reached the target. */
export interface ReportEvidence {
  readonly seq: number
  readonly exchange: Exchange
  readonly kind: 'install' | 'delete' | 'download'
  readonly report: StatusReport | undefined
  /** Absent when the target did not answer. */
  readonly response: RecordedResponse | undefined
}

/**
 * What the target did in one trace. Descriptors, packages and reports are those of Java suites, which only Java phones ask
 * for: on others there are none. Descriptors, packages and reports leave out probes, answers that did not arrive
 * whole, and everything the operator's network said in the target's place.
 */
export interface Evidence {
  readonly events: readonly TraceEvent[]
  all<T extends TraceEventType>(type: T): readonly EventOf<T>[]
  /**
   * Exchanges in which the target was asked, in order; of one purpose if given. Left out: requests that the network
   * kept, and those that never set out (no coverage, foreign host). Probes are in, so are failed exchanges.
   */
  exchanges(purpose?: Purpose): readonly Exchange[]
  readonly descriptors: readonly DescriptorEvidence[]
  readonly packages: readonly PackageEvidence[]
  readonly pages: readonly PageEvidence[]
  readonly reports: readonly ReportEvidence[]
  readonly downloads: readonly DownloadEvidence[]
  /** Of downloads; none of them is among `reports`. */
  readonly downloadReports: readonly ReportEvidence[]
  /** Packages for Symbian and Windows Mobile that came whole, at once or in parts, on whatever phone. */
  readonly nativePackages: readonly NativePackageEvidence[]
}
