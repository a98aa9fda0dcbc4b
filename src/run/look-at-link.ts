/**
 * What a link leads to that is all that is known of a target. It is asked for once, before anything is planned: what can
 * be played at it depends on that, and so does the phone where nobody chose one.
 */
import { WireError } from '../errors.ts'
import type { Http } from '../handset/ports.ts'
import { isSelected } from '../profile/profile.ts'
import type { Profile } from '../profile/profile.ts'
import { isAllowedBy } from '../target/hosts.ts'
import type { LinkKind, Target } from '../target/target.ts'
import type { RecordedResponse } from '../trace/events.ts'
import { readInstallCab } from '../wire/cab/install-cab.ts'
import { readCabinet } from '../wire/cab/cab.ts'
import { readDownloadDescriptor } from '../wire/download-descriptor.ts'
import { headerValue } from '../wire/http-fields.ts'
import { resolveUrl } from '../wire/http-url.ts'
import { ddMediaType, mediaTypeParameter, parseMediaType } from '../wire/media-types.ts'
import type { MediaType } from '../wire/media-types.ts'
import { pageKindOf } from '../wire/page/page.ts'
import type { PageKind } from '../wire/page/page.ts'
import { readPage } from '../wire/page/read-page.ts'
import { detectSis } from '../wire/sis/sis.ts'
import { addressKind, audienceByName, audiences, isForJava } from './link-endings.table.ts'
import type { Audience } from './link-endings.table.ts'
import type { PhoneFamily } from './report-model.ts'
import { familyOf } from './tell-phone.ts'

export interface LinkLook {
  readonly kind: LinkKind
  /** Whom it is for; none: any phone for Java suites, or it could not be told. */
  readonly audience: Audience | undefined
}

const redirectsMax = 5

interface Looking {
  readonly http: Http
  readonly profiles: readonly Profile[]
  /** Which phones were chosen. */
  readonly glob: string | undefined
  /** Those that play where none are. */
  readonly usual: readonly Profile[]
}

/** Of a target with a file it is said what its links lead to: nothing is looked at. */
export async function lookAtBare(
  { bare, links, hosts }: Target,
  { http, profiles, glob, usual }: Looking,
): Promise<LinkLook | undefined> {
  const [link] = links.values()
  const asker =
    glob === undefined
      ? choosePhone(undefined, usual)
      : profiles.find((profile) => isSelected(profile, glob))
  if (bare !== true || link === undefined || asker === undefined) return undefined
  const byAddress = lookByAddress(link)
  // Where the address tells all that is to be known, nothing is asked of the target.
  if (isForJava(link) || (glob !== undefined && addressKind(link) !== undefined)) return byAddress
  return lookAtLink(link, byAddress, { http, hosts, asker })
}

/** The first that the link is for; the first Java phone where that is not known, or there is none. */
export function choosePhone(
  look: LinkLook | undefined,
  usual: readonly Profile[],
): Profile | undefined {
  const first = (family: PhoneFamily) => usual.find((profile) => familyOf(profile) === family)
  return first(look?.audience?.family ?? 'java') ?? first('java')
}

interface Asking {
  readonly http: Http
  readonly hosts: readonly string[]
  readonly asker: Profile
}

async function lookAtLink(url: string, byAddress: LinkLook, asking: Asking): Promise<LinkLook> {
  const found = await fetchFrom(url, asking)
  if (found === undefined) return byAddress
  const seen = lookAtResponse(found)
  // What a package or a descriptor should be is judged as such, whatever else comes in its place.
  const kind = addressKind(url) === undefined ? seen.kind : byAddress.kind
  return { kind, audience: seen.audience ?? byAddress.audience }
}

function lookByAddress(url: string): LinkLook {
  return { kind: addressKind(url) ?? 'suite or client', audience: audienceByName(url) }
}

interface Fetched {
  readonly url: string
  readonly response: RecordedResponse
}

/** What it leads to in the end, by hosts of the target alone; none: nothing came. */
async function fetchFrom(
  link: string,
  { http, hosts, asker }: Asking,
): Promise<Fetched | undefined> {
  let url: string | undefined = link
  for (let hops = 0; hops <= redirectsMax; hops += 1) {
    if (url === undefined || !isAllowedBy(hosts, url)) return undefined
    const outcome = await http.exchange({
      method: 'GET',
      url,
      form: 'origin',
      version: '1.1',
      headers: [
        ['User-Agent', asker.userAgent],
        ['Accept', '*/*'],
      ],
      framing: 'length',
      connection: 'close',
    })
    if (outcome.kind === 'failure') return undefined
    const { status, headers } = outcome.response
    if (status === 200) return { url, response: outcome.response }
    const location = status >= 300 && status < 400 ? headerValue(headers, 'Location') : undefined
    url = location === undefined ? undefined : resolveUrl(url, location)?.replace(/#.*$/, '')
  }
  return undefined
}

function lookAtResponse({ url, response: { headers, body } }: Fetched): LinkLook {
  const type = parseMediaType(headerValue(headers, 'Content-Type') ?? '')
  const sis = detectSis(body)
  if (sis === 'sis' || sis === 'sisx') return { kind: 'suite or client', audience: audiences[sis] }
  if (isCabinet(body)) return { kind: 'suite or client', audience: audienceOfCabinet(body) }
  if (type?.essence === ddMediaType) return { kind: 'download', audience: audienceOfDownload(body) }
  const page = type === undefined ? undefined : pageKindOf(type.essence)
  if (page === undefined) return { kind: 'suite or client', audience: undefined }
  return { kind: 'page', audience: audienceOfPage(body, { page, type, url }) }
}

function isCabinet([m, s, c, f]: Uint8Array): boolean {
  return m === 0x4d && s === 0x53 && c === 0x43 && f === 0x46
}

/** One that says that it is not for Pocket PCs is for Smartaudiences. */
function audienceOfCabinet(octets: Uint8Array): Audience {
  const unsupported = attempt(() => readInstallCab(readCabinet(octets)).unsupportedPlatforms) ?? []
  const isForSmartphones = unsupported.some((name) => name.toLowerCase() === 'pocketpc')
  return isForSmartphones ? audiences.smartphone : audiences.cab
}

function audienceOfDownload(octets: Uint8Array): Audience | undefined {
  const descriptor = attempt(() => readDownloadDescriptor(octets).descriptor)
  const types = descriptor?.types ?? []
  if (types.some((type) => /cab\b/i.test(type))) return audiences.cab
  // Phones of Symbian OS up to 8 take no download descriptor.
  return types.some((type) => /symbian|sisx/i.test(type)) ? audiences.sisx : undefined
}

interface PageLabel {
  readonly page: PageKind
  readonly type: MediaType | undefined
  readonly url: string
}

/** One with a link to a suite is for Java phones, whatever else it leads to. */
function audienceOfPage(octets: Uint8Array, { page, type, url }: PageLabel): Audience | undefined {
  const charset = type === undefined ? undefined : mediaTypeParameter(type, 'charset')
  const read = attempt(() => readPage(octets, page, charset))
  if (read === undefined) return undefined
  const { links, refresh, base = '' } = read
  const here = resolveUrl(url, base) ?? url
  const addresses = [...links, ...(refresh === undefined ? [] : [refresh])].flatMap(
    ({ href }) => resolveUrl(here, href) ?? [],
  )
  return addresses.some(isForJava)
    ? undefined
    : addresses.map(audienceByName).find((audience) => audience !== undefined)
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof WireError) return undefined
    throw error
  }
}
