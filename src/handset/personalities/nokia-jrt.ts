/** The Java runtime of Nokia's S60 and Symbian^3: the whole descriptor first, every failure of the network is 903. */
import { parseUrl } from '../../wire/http-url.ts'
import { headerValue } from '../../wire/http-fields.ts'
import { nokiaJrtJad } from '../../wire/jad-tolerance.table.ts'
import { formatStatusReport } from '../../wire/status-report.ts'
import { parseVersionLoosely } from '../../wire/version.ts'
import type { MidletVersion } from '../../wire/version.ts'
import type { Received, Refusal } from '../behaviour.ts'
import type { ReportTrigger } from '../report-trigger.ts'
import type { Flash, QueuedReport } from '../flash.ts'
import type { PackageReference } from '../rules/find.ts'
import type { Personality } from '../personality.ts'
import { authorizationHeader } from '../rules/credentials.ts'
import * as descriptor from '../rules/descriptor-examinations.ts'
import { recoded } from '../rules/examination.ts'
import * as received from '../rules/package-examinations.ts'
import { findDueAtOnce } from '../rules/reports.ts'
import { bookLimits, decideNextMove, refuseMissingPackage } from '../rules/retrieval.ts'
import { retainRecords } from '../rules/rms.ts'
import * as trusted from '../rules/trust-examinations.ts'
import { decideUpdate } from '../rules/update.ts'
import { strict } from './strict.ts'

const followed: readonly number[] = [301, 302, 303, 304, 305, 306, 307]
const limits = { ...bookLimits, followed, hopsMax: 5, waitsMax: 0 }

/** A report that is answered with a redirect goes to the same place again, so many times. */
const repeatsMax = 5

/** What is no digit and no dot is left out before the version is read. */
function readVersion(text: string): MidletVersion | undefined {
  return parseVersionLoosely(text.replaceAll(/[^0-9.]/g, ''))
}

function isBasicChallenge(answer: Received, rounds: number): boolean {
  if (answer.kind === 'failure' || rounds > 0) return false
  const field = { 401: 'WWW-Authenticate', 407: 'Proxy-Authenticate' }[answer.status]
  return field !== undefined && (headerValue(answer.headers, field) ?? '').startsWith('Basic')
}

function refusePackage(answer: Received): Refusal {
  const refusal = refuseMissingPackage(answer)
  return refusal.code === 902 ? refusal : { ...refusal, code: 903 }
}

/** Put behind the last slash of the base, whatever it is: an absolute path does not survive that. */
function resolvePackageUrl({ linkUrl, reference }: PackageReference): string | undefined {
  const isWhole = parseUrl(reference) !== undefined
  const url = isWhole ? reference : linkUrl.slice(0, linkUrl.lastIndexOf('/') + 1) + reference
  return reference === '' || parseUrl(url) === undefined ? undefined : url
}

/** Certificates that are not good are 909; a signature that is not over this package is a matter of authorization. */
function codeOfSignature({ code, rule }: Refusal): number | undefined {
  return rule === 'signature of another' ? 910 : code
}

function isRedirected(answer: Received): boolean {
  return answer.kind === 'response' && followed.includes(answer.status)
}

/** What was not delivered waits for the next installation, of whatever suite and code; that its suite starts is no occasion. */
function dueReports(flash: Flash, trigger: ReportTrigger): readonly QueuedReport[] {
  switch (trigger.kind) {
    case 'install begins':
      return flash.reports
    case 'suite started':
      return []
    default:
      return findDueAtOnce(flash, trigger)
  }
}

export const nokiaJrt: Personality = {
  title: 'Nokia Java Runtime of S60 and Symbian^3.',
  behaviour: {
    ...strict,
    jadTolerance: nokiaJrtJad,
    acceptsAsPackage: () => true,
    nextMove: (state, { redirectsMax: hopsMax = limits.hopsMax }) =>
      decideNextMove(state, { ...limits, hopsMax }),
    asksForCredentials: isBasicChallenge,
    authorization: (credentials) => authorizationHeader({ ...credentials, to: 'server' }),
    keepsCredentialsOnRedirect: false,
    refusePackage,
    resolvePackageUrl,
    descriptorOrder: [
      descriptor.grammar,
      descriptor.midletEntries,
      descriptor.pushEntries,
      descriptor.runtimeEnvironment,
      descriptor.descriptorPlatform,
      descriptor.versionThat((text) => text === '' || readVersion(text) !== undefined),
      descriptor.packageSize,
      descriptor.recordsSize,
      descriptor.notifyLength,
      descriptor.mandatoryAttributes,
      descriptor.previousVersion,
      descriptor.modelLimits,
      descriptor.memory,
      descriptor.packageAddress,
    ],
    packageOrder: [
      received.size,
      recoded(trusted.authentication, codeOfSignature),
      received.opening,
      received.archive,
      received.manifestGrammar,
      received.manifestIdentityThat((text) => readVersion(text) !== undefined),
      received.midletStated,
      received.platformStated,
      received.identityThat((told, found) => told.toLowerCase() === found.toLowerCase()),
      trusted.trustedEquality,
      received.room,
      received.recordsRoom,
      received.packagePlatform,
      received.overwriting,
      trusted.permissions,
      trusted.pushRegistrations,
    ],
    decideUpdate: (question) => decideUpdate(question, readVersion),
    retainRecords: (question) =>
      retainRecords(question, {
        signer: (one, other) =>
          organizationOf(one.subject) === organizationOf(other.subject) && one.root === other.root,
        place: (one, other) => one.href === other.href,
      }),
    reportMessage: (code) => ({
      body: formatStatusReport({ code, terminator: 'none' }),
      headers: [['Content-Type', 'text/plain; charset=utf-8']],
      framing: 'length',
    }),
    sendsReportTo: (url) => parseUrl(url) !== undefined,
    dueReports,
    sendsWaiting: 'after the package',
    repeatsReport: (answer, repeats) => repeats < repeatsMax && isRedirected(answer),
  },
  sources: {
    jadTolerance: 'Nokia Java Runtime, JadReader and AttributeReader',
    acceptsAsPackage: 'Nokia Java Runtime, Downloader: the type is not looked at',
    nextMove:
      'Nokia Java Runtime, Downloader.redirectNeeded: five redirects, everything from 301 to 307; 503 is an error',
    asksForCredentials:
      'Nokia Java Runtime, Downloader: one attempt, and the field begins with Basic',
    authorization: 'Nokia Java Runtime, Downloader: Authorization also where a proxy asks',
    keepsCredentialsOnRedirect: 'Nokia Java Runtime, Downloader',
    refusePackage:
      'Nokia Java Runtime, installer: whatever goes wrong with HTTP is a loss of service',
    resolvePackageUrl:
      'Nokia Java Runtime, installer: put behind the last slash of the URL that was asked for',
    decideUpdate:
      'Nokia Java Runtime, Version: one to three numbers, other characters are left out',
    retainRecords: 'Nokia Java Runtime, installer: organization and root; URLs compared whole',
    reportMessage: 'Nokia Java Runtime, installer and OtaStatusCode',
    sendsReportTo: 'Nokia Java Runtime, installer, notifications: http and https',
    dueReports:
      'Nokia Java Runtime, installer, notifications: a deletion at once, and everything that waits with the next installation',
    sendsWaiting: 'Nokia Java Runtime, installation steps: notifications follow the download',
    repeatsReport:
      'Nokia Java Runtime, installer, notifications: a redirected report goes to the first URL again, up to five times',
  },
  examinationSources: {
    'mandatory attributes': 'Nokia Java Runtime, installer: after the values',
    version: 'Nokia Java Runtime, Version: one to three numbers, other characters are left out',
    'MIDlet entries': 'Nokia Java Runtime, installer: first of all',
    'push entries': 'Nokia Java Runtime, installer: first of all',
    'repeated attributes': 'Nokia Java Runtime, AttributeReader: the last one wins',
    'runtime environment of the descriptor': 'Nokia Java Runtime, MidpAttributeValidator',
    'profile and configuration of the descriptor':
      'Nokia Java Runtime, installer: before the version',
    'package URL': 'Nokia Java Runtime, installer: not before it is fetched',
    'previous version':
      'Nokia Java Runtime, installation steps: the installed suite is looked up before the room',
    'signature and certificates': 'Nokia Java Runtime, installer: a hash that is another is 910',
    room: 'Nokia Java Runtime, installation steps: after the manifest',
    'classes of the MIDlets': 'Nokia Java Runtime: classes are not looked for before they run',
    'name, version and vendor in the manifest':
      'Nokia Java Runtime, Version: one to three numbers, other characters are left out',
    'a MIDlet stated': 'Nokia Java Runtime, installer: MIDlet-1 has to be somewhere',
    'profile and configuration stated': 'Nokia Java Runtime, installer: before names are compared',
    'same name, version and vendor as the descriptor':
      'Nokia Java Runtime, installer: case does not matter',
  },
}

/** The organization in a distinguished name written `CN=…, O=…`. */
function organizationOf(name: string): string | undefined {
  return /(?:^|,\s*)O=((?:\\.|[^,\\])*)/.exec(name)?.[1]
}
