import { WireError } from '../errors.ts'
import type { Exchange, EventOf, Purpose, RecordedResponse, TraceEvent } from '../trace/events.ts'
import type { TraceEventType } from '../trace/events.ts'
import type { Trace } from '../trace/trace.ts'
import { togetherMediaType } from '../wire/download-parts.ts'
import { headerValue } from '../wire/http-fields.ts'
import { resolveUrl } from '../wire/http-url.ts'
import { inspectJar } from '../wire/jar.ts'
import type { MediaType } from '../wire/media-types.ts'
import { jadMediaType, jarMediaTypes, parseMediaType } from '../wire/media-types.ts'
import type { StatusReport } from '../wire/status-report.ts'
import { parseStatusReport } from '../wire/status-report.ts'
import type {
  DescriptorEvidence,
  DownloadEvidence,
  Evidence,
  PackageEvidence,
  PageEvidence,
  ReportEvidence,
} from './evidence.ts'
import type { WholePackage } from './join-ranges.ts'
import { isDownloadDescriptor, viewDownload } from './downloads.ts'
import { joinRanges } from './join-ranges.ts'
import { joinPackages } from './joined-package.ts'
import type { JoinedPackage } from './joined-package.ts'
import { nativeFormatOf, viewNative } from './native-packages.ts'
import type { NativePackageEvidence } from './native-packages.ts'
import { isOfTarget } from './package-fetches.ts'
import { isPage, viewPage } from './pages.ts'
import { viewDescriptor } from './view-descriptor.ts'

/** Redirects followed backwards to find where a fetch began. */
const redirectsBackMax = 10

/**
 * Typed views of one trace. Events are indexed in one pass; descriptors, packages and reports are read when a check
 * first asks for them, and then once.
 */
export function collectEvidence(trace: Trace): Evidence {
  return new TraceEvidence(trace.events)
}

/** A class because accessors of a literal would give the evidence of every trace a shape of its own, which is slow. */
/** An installed package comes by one of these. */
const bearsPackages: ReadonlySet<Purpose> = new Set(['package', 'descriptor', 'object'])

class TraceEvidence implements Evidence {
  readonly events: readonly TraceEvent[]
  readonly #byType: ReadonlyMap<string, readonly TraceEvent[]>
  readonly #asked: readonly Exchange[]
  readonly #byPurpose: ReadonlyMap<Purpose, readonly Exchange[]>
  #descriptors: readonly DescriptorEvidence[] | undefined
  #packages: readonly PackageEvidence[] | undefined
  #pages: readonly PageEvidence[] | undefined
  #reports: readonly ReportEvidence[] | undefined
  #downloads: readonly DownloadEvidence[] | undefined
  #downloadReports: readonly ReportEvidence[] | undefined
  #nativePackages: readonly NativePackageEvidence[] | undefined
  /** The phone is one for Java suites. */
  readonly #isJava: boolean

  constructor(events: readonly TraceEvent[]) {
    this.events = events
    this.#byType = Map.groupBy(events, (event) => event.type)
    this.#asked = this.all('http.exchanged').filter(reachedTarget)
    this.#isJava = this.all('case.started')[0]?.facts.profile.platform === 'midp'
    this.#byPurpose = Map.groupBy(this.#asked, (exchange) => exchange.purpose)
  }

  all<T extends TraceEventType>(type: T): readonly EventOf<T>[] {
    return eventsOf(this.#byType, type)
  }

  exchanges(purpose?: Purpose): readonly Exchange[] {
    return purpose === undefined ? this.#asked : (this.#byPurpose.get(purpose) ?? [])
  }

  get descriptors(): readonly DescriptorEvidence[] {
    this.#descriptors ??= this.#isJava
      ? [...this.exchanges('descriptor'), ...this.exchanges('object').filter(isSuiteDescriptor)]
          .toSorted((one, other) => one.seq - other.seq)
          .flatMap(descriptorIn)
      : []
    return this.#descriptors
  }

  get packages(): readonly PackageEvidence[] {
    this.#packages ??= this.#isJava ? this.#viewPackages() : []
    return this.#packages
  }

  get pages(): readonly PageEvidence[] {
    this.#pages ??= this.exchanges('descriptor')
      .filter(isWhole)
      .flatMap((exchange) => viewPage(exchange, this.events))
    return this.#pages
  }

  get reports(): readonly ReportEvidence[] {
    this.#reports ??= this.#asked
      .filter((exchange) => isReport(exchange) && exchange.probe === undefined)
      .map(viewReport)
    return this.#reports
  }

  get downloads(): readonly DownloadEvidence[] {
    this.#downloads ??= this.#asked
      .filter((exchange) => isFollowed(exchange) && isWhole(exchange))
      .flatMap(viewDownload)
    return this.#downloads
  }

  get downloadReports(): readonly ReportEvidence[] {
    this.#downloadReports ??= this.exchanges('download-report').map(viewReport)
    return this.#downloadReports
  }

  get nativePackages(): readonly NativePackageEvidence[] {
    this.#nativePackages ??= joinPackages(
      this.all('http.exchanged').filter(
        ({ purpose, network }) => bearsPackages.has(purpose) && network?.reachedTarget !== false,
      ),
    ).flatMap(viewNativePackage)
    return this.#nativePackages
  }

  #viewPackages(): readonly PackageEvidence[] {
    const known = new Set(this.descriptors.map(({ exchange }) => exchange))
    const direct = [...this.exchanges('descriptor'), ...this.exchanges('object')].filter(
      (exchange) => !known.has(exchange) && isPackageTyped(exchange),
    )
    const asked = this.exchanges('package').filter((exchange) => isOfTarget(this, exchange))
    const fetches = [...asked, ...direct].toSorted((a, b) => a.seq - b.seq)
    return joinRanges(fetches.filter(isIntact)).map((whole) => ({
      seq: whole.exchange.seq,
      ...whole,
      mediaType: mediaTypeOf(whole.response),
      jar: inspectJar(whole.octets),
      descriptor: findDescriptor(whole, fetches, this.descriptors),
    }))
  }
}

/** Nothing where what came is a package, of a suite or of another platform. */
function descriptorIn(exchange: Exchange): readonly DescriptorEvidence[] {
  const { response } = exchange
  if (response === undefined || !isWhole(exchange) || isNative(exchange)) return []
  const mediaType = mediaTypeOf(response)
  const isOther =
    isPackage(response, mediaType) ||
    isPage(response, mediaType) ||
    mediaType?.essence === togetherMediaType ||
    isDownloadDescriptor(response, mediaType)
  return isOther ? [] : [viewDescriptor(exchange, response, mediaType)]
}

function eventsOf<T extends TraceEventType>(
  byType: ReadonlyMap<string, readonly TraceEvent[]>,
  type: T,
): readonly EventOf<T>[] {
  const isOfType = (event: TraceEvent): event is EventOf<T> => event.type === type
  const found = byType.get(type) ?? []
  return found.filter(isOfType)
}

function reachedTarget(exchange: Exchange): boolean {
  const cause = exchange.failure?.cause
  return (
    exchange.network?.reachedTarget !== false && cause !== 'no-coverage' && cause !== 'foreign-host'
  )
}

/** An answer of the target that arrived whole and was not asked for by a probe. */
function isIntact(exchange: Exchange): boolean {
  return exchange.failure === undefined && exchange.probe === undefined
}

function isWhole(exchange: Exchange): boolean {
  return isIntact(exchange) && exchange.response?.status === 200
}

function isPackageTyped({ response }: Exchange): boolean {
  return response?.status === 200 && isPackage(response, mediaTypeOf(response))
}

/**
 * A link can lead straight to a package; then the exchange that expected a descriptor carries it. An archive with another
 * label is a mislabelled package, not a descriptor full of garbage.
 */
function isPackage({ body }: RecordedResponse, mediaType: MediaType | undefined): boolean {
  return jarMediaTypes.some((type) => type === mediaType?.essence) || isArchive(body)
}

/** ZIP local file header signature (APPNOTE 4.3.7). */
function isArchive(octets: Uint8Array): boolean {
  return octets[0] === 0x50 && octets[1] === 0x4b && octets[2] === 3 && octets[3] === 4
}

function isNative({ response }: Exchange): boolean {
  return response !== undefined && nativeFormatOf(response.body) !== undefined
}

function viewNativePackage({ exchange, octets }: JoinedPackage): readonly NativePackageEvidence[] {
  const { seq, response } = exchange
  const format = nativeFormatOf(octets)
  if (response === undefined || format === undefined) return []
  return [{ seq, exchange, response, octets, view: viewNative(octets, format) }]
}

/** What a link led to, whatever the phone took it for. */
function isFollowed({ purpose }: Exchange): boolean {
  return purpose === 'descriptor' || purpose === 'package' || purpose === 'next-page'
}

/** A suite of which a download descriptor says where its own descriptor is. */
function isSuiteDescriptor({ response }: Exchange): boolean {
  return mediaTypeOf(response)?.essence === jadMediaType
}

function isReport(exchange: Exchange): boolean {
  return exchange.purpose === 'install-report' || exchange.purpose === 'delete-report'
}

function mediaTypeOf(response: RecordedResponse | undefined): MediaType | undefined {
  const value = response && headerValue(response.headers, 'Content-Type')
  return value === undefined ? undefined : parseMediaType(value)
}

/**
 * The latest unaltered descriptor before the package whose `MIDlet-Jar-URL` names it, or names the first hop of the
 * redirects that led to it.
 */
function findDescriptor(
  whole: WholePackage,
  fetches: readonly Exchange[],
  descriptors: readonly DescriptorEvidence[],
): DescriptorEvidence | undefined {
  const [first = whole.exchange] = whole.parts
  const urls = cameFrom(first, fetches)
  return descriptors.findLast(
    ({ seq, altered, jarUrl }) =>
      seq < first.seq && !altered && jarUrl !== undefined && urls.includes(jarUrl),
  )
}

/** The URL of an exchange and of the redirects that led to it, latest first. */
function cameFrom(exchange: Exchange, fetches: readonly Exchange[]): readonly string[] {
  const urls = [exchange.request.url]
  let index = fetches.indexOf(exchange) - 1
  for (let hops = 0; hops < redirectsBackMax && index >= 0; hops += 1, index -= 1) {
    const earlier = fetches[index]
    if (earlier === undefined || !redirectsTo(earlier, urls[urls.length - 1])) break
    urls.push(earlier.request.url)
  }
  return urls
}

function redirectsTo({ request, response }: Exchange, url: string | undefined): boolean {
  if (response === undefined || response.status < 300 || response.status > 399) return false
  const location = headerValue(response.headers, 'Location')
  return location !== undefined && resolveUrl(request.url, location) === url
}

const kinds: ReadonlyMap<Purpose, ReportEvidence['kind']> = new Map<
  Purpose,
  ReportEvidence['kind']
>([
  ['delete-report', 'delete'],
  ['download-report', 'download'],
])

function viewReport(exchange: Exchange): ReportEvidence {
  return {
    seq: exchange.seq,
    exchange,
    kind: kinds.get(exchange.purpose) ?? 'install',
    report: readReport(exchange.request.body),
    response: exchange.response,
  }
}

/** A scenario may post a body that is no report on purpose; then there is nothing to read. */
function readReport(body: Uint8Array): StatusReport | undefined {
  try {
    return parseStatusReport(body)
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}
