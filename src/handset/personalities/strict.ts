/** The book's own phone: every check in the order of the specification, every report, no habit of its own. */
import {
  ddMediaType,
  hasEssence,
  jadMediaType,
  jarMediaTypes,
  parseMediaType,
} from '../../wire/media-types.ts'
import { pageKindOf } from '../../wire/page/page.ts'
import { resolveUrl } from '../../wire/http-url.ts'
import { browserApplicationId } from '../../wire/wsp/application-ids.table.ts'
import { strictJad } from '../../wire/jad-tolerance.table.ts'
import { formatStatusReport } from '../../wire/status-report.ts'
import type { Behaviour, ReportMessage } from '../behaviour.ts'
import type { BrowserHabits } from '../browser-habits.ts'
import type { DownloadHabits, ObjectUse } from '../download-habits.ts'
import { noResumption } from '../resumption-habits.ts'
import type { PushHabits } from '../push-habits.ts'
import { authorizationHeader } from '../rules/credentials.ts'
import * as descriptor from '../rules/descriptor-examinations.ts'
import * as object from '../rules/download.ts'
import * as received from '../rules/package-examinations.ts'
import * as trusted from '../rules/trust-examinations.ts'
import { orderByDates } from '../rules/push-decision.ts'
import { findDueReports, isAcknowledged, isReportable } from '../rules/reports.ts'
import { recogniseSuite, statedCharset } from '../rules/find.ts'
import { examinePackage } from '../rules/integrity.ts'
import {
  bookLimits,
  decideNextMove,
  isBasicChallenge,
  refuseMissingPackage,
} from '../rules/retrieval.ts'
import { bookAccepts, styleRequest } from '../rules/request-style.ts'
import { retainRecords } from '../rules/rms.ts'
import { linksIn } from '../rules/text-links.ts'
import { carryPermissions, decideUpdate } from '../rules/update.ts'

/** Wrong credentials are asked for again so many times (assumed). */
const credentialRoundsMax = 3

const reportMessages = new Map<number, ReportMessage>()

/** The same for every report of a code, so that its octets are made once; the codes are those of the book. */
function reportMessage(code: number): ReportMessage {
  const known = reportMessages.get(code)
  if (known !== undefined) return known
  const message = { body: formatStatusReport({ code }), headers: [], framing: 'length' } as const
  reportMessages.set(code, message)
  return message
}

/** WAP push, not secured and secured (WAP-259 WDP, port numbers). */
const pushPorts: ReadonlySet<number> = new Set([2948, 2949])

/** WML user agent, by its name or number, or nobody in particular: all mean the browser, which shows SI and SL (OMNA). */
const browserIds: ReadonlySet<number | undefined> = new Set([0, browserApplicationId])

const push: PushHabits = {
  listensAt: (port) => pushPorts.has(port),
  takesWapPush: ({ push: facts }) => facts?.wapPush ?? true,
  knowsApplication: ({ id }) => browserIds.has(id),
  needsCharset: false,
  // Only Windows Mobile is known to drop it.
  showsWithoutText: true,
  orderOf: orderByDates,
  // Loading without a question is what the specification asks for and what hardly any phone does.
  serviceLoading: ({ push: facts }) => facts?.serviceLoading ?? 'asks',
  linksIn,
  opensTextLinks: ({ push: facts }) => facts?.smsLinks ?? false,
}

/** A descriptor or package by the end of its path. */
const installable = /\.(?:jad|jar)$/i

const browser: BrowserHabits = {
  reads(contentType, { browser: facts }) {
    const essence = contentType === undefined ? undefined : parseMediaType(contentType)?.essence
    const kind = essence === undefined ? undefined : pageKindOf(essence)
    const { pages } = facts ?? {}
    return kind === undefined || pages === undefined || pages.includes(kind) ? kind : undefined
  },
  pageBytesMax: ({ browser: facts }) => facts?.pageBytesMax,
  goesOn: true,
  // A user gives up somewhere (assumed).
  pagesMax: 5,
  installs: (url) => installable.test(URL.parse(url)?.pathname ?? ''),
}

/** Pictures and tones that every phone of the time shows and plays (assumed: each has its own list). */
const contentTypes: readonly string[] = [
  'audio/amr',
  'audio/midi',
  'audio/sp-midi',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/vnd.wap.wbmp',
]

const uses: ReadonlyMap<string, ObjectUse> = new Map<string, ObjectUse>([
  ...contentTypes.map((type) => [type, 'content'] as const),
  ...jarMediaTypes.map((type) => [type, 'package'] as const),
  [jadMediaType, 'suite descriptor'],
])

/** In the order of Chromium's OMADownloadHandler, and as it sends reports: once, whatever comes of it. */
const download: DownloadHabits = {
  takes: (contentType, { omaDownload }) =>
    omaDownload === true && hasEssence(contentType, [ddMediaType]),
  // Only S60 is known to.
  takesTogether: () => false,
  order: [
    object.mandatoryElements,
    object.objectAddress,
    object.majorVersion,
    object.memory,
    object.mediaTypes,
  ],
  useOf: (essence) => uses.get(essence),
  refuseObject: object.refuseMissingObject,
  reportAttemptsMax: 1,
  repeatsReport: () => false,
  isDelivered: isAcknowledged,
  releases: isAcknowledged,
}

export const strict: Behaviour = {
  push,
  browser,
  download,
  resumption: noResumption,
  linkPurpose: 'descriptor',
  looksFirst: false,
  accessPoint: () => 'internet',
  jadTolerance: strictJad,
  requestStyle: (purpose, profile) => styleRequest(purpose, profile, bookAccepts),
  rangeBytes: () => undefined,
  acceptsAsDescriptor: (contentType) => hasEssence(contentType, [jadMediaType]),
  charsetOf: statedCharset,
  recognise: recogniseSuite,
  acceptsAsPackage: (contentType) =>
    contentType === undefined || hasEssence(contentType, jarMediaTypes),
  nextMove: (state, { redirectsMax: hopsMax = bookLimits.hopsMax }) =>
    decideNextMove(state, { ...bookLimits, hopsMax }),
  asksForCredentials: (answer, rounds) => rounds < credentialRoundsMax && isBasicChallenge(answer),
  authorization: authorizationHeader,
  keepsCredentialsOnRedirect: true,
  // A redirect may be told to the user (assumed: no document asks for it); all other questions are.
  asks: (prompt) => prompt !== 'redirect',
  refusePackage: refuseMissingPackage,
  resolvePackageUrl: ({ descriptorUrl, reference }) => resolveUrl(descriptorUrl, reference),
  descriptorOrder: [
    descriptor.grammar,
    descriptor.mandatoryAttributes,
    descriptor.version,
    descriptor.packageSize,
    descriptor.recordsSize,
    descriptor.midletEntries,
    descriptor.pushEntries,
    descriptor.repeatedAttributes,
    descriptor.notifyLength,
    descriptor.descriptorPlatform,
    descriptor.packageAddress,
    descriptor.modelLimits,
    descriptor.memory,
    descriptor.previousVersion,
  ],
  packageOrder: [
    received.size,
    received.room,
    trusted.authentication,
    received.opening,
    received.archive,
    received.manifestGrammar,
    received.manifestIdentity,
    received.identity,
    trusted.trustedEquality,
    received.recordsRoom,
    received.classes,
    received.platformStated,
    received.packagePlatform,
    received.overwriting,
    trusted.permissions,
    trusted.pushRegistrations,
  ],
  examine: examinePackage,
  hasCodes: true,
  decideUpdate: (question) => decideUpdate(question),
  retainRecords: (question) => retainRecords(question),
  carryPermissions,
  // The old version stays whole until the new one is stored: there has to be room for both.
  countsReplacedAsFree: false,
  clearBeforeUpdate: () => undefined,
  reportMessage,
  sendsReportTo: isReportable,
  isDelivered: isAcknowledged,
  queuesReport: () => true,
  dueReports: findDueReports,
  sendsWaiting: 'before the package',
  // Five in each of three implementations; MIDP only asks for few, since each may be billed.
  reportAttemptsMax: () => 5,
  repeatsReport: () => false,
  retrySchedule: () => undefined,
}
