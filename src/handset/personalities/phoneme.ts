/** The reference implementation of Sun as it was published: checks as it goes, and says nothing of what it did not expect. */
import { headerValue, parseChallenge } from '../../wire/http-fields.ts'
import { resolveUrl } from '../../wire/http-url.ts'
import { phonemeJad } from '../../wire/jad-tolerance.table.ts'
import { jadMediaType } from '../../wire/media-types.ts'
import { formatStatusReport } from '../../wire/status-report.ts'
import { parseVersionLoosely } from '../../wire/version.ts'
import type { Received, Refusal } from '../behaviour.ts'
import type { Personality } from '../personality.ts'
import * as descriptor from '../rules/descriptor-examinations.ts'
import { recoded } from '../rules/examination.ts'
import * as received from '../rules/package-examinations.ts'
import * as platform from '../rules/platform-examinations.ts'
import { mandatoryIn, valueIn } from '../rules/preflight.ts'
import type { DescriptorExamination } from '../rules/preflight.ts'
import { bookAccepts, styleRequest } from '../rules/request-style.ts'
import { bookLimits, decideNextMove, refuseMissingPackage } from '../rules/retrieval.ts'
import { retainRecords } from '../rules/rms.ts'
import * as trusted from '../rules/trust-examinations.ts'
import { decideUpdate } from '../rules/update.ts'
import { strict } from './strict.ts'

/** It waits after 503, and asks for credentials, without any limit; a simulated user loses patience. */
const limits = { ...bookLimits, waitsMax: 100 }
const credentialRoundsMax = 20

const accepts = { ...bookAccepts, descriptor: '*/*' }

/** Room for the package, for two copies of the descriptor, and for its URL at three octets a character. */
const memoryWithCopies: DescriptorExamination = {
  name: 'memory',
  examine(draft) {
    const { octets, url, freeBytes } = draft
    const stated = Number(mandatoryIn(draft, 'MIDlet-Jar-Size'))
    const records = Number(valueIn(draft, 'MIDlet-Data-Size') ?? 0)
    const needed = stated + 2 * octets.length + 3 * url.length + records
    return needed <= freeBytes
      ? undefined
      : { code: 901, reason: `${needed} octets needed, ${freeBytes} free` }
  },
}

function isVersion(text: string): boolean {
  return parseVersionLoosely(text) !== undefined
}

/** It looks for Basic first in WWW-Authenticate, even where a proxy asks. */
function isBasicOfServer(answer: Received, rounds: number): boolean {
  if (answer.kind === 'failure' || rounds >= credentialRoundsMax) return false
  if (answer.status !== 401 && answer.status !== 407) return false
  const [first] = parseChallenge(headerValue(answer.headers, 'WWW-Authenticate') ?? '')
  return first?.scheme.toLowerCase() === 'basic'
}

/** An empty name in a list is a fault of the descriptor. */
function codeOfPermissions({ code, rule }: Refusal): number | undefined {
  return rule === 'permission list' ? 906 : code
}

/** It stumbles over an entry that has too few parts. */
function codeOfPush({ code, rule }: Refusal): number | undefined {
  return rule === 'push syntax' ? undefined : code
}

/** Only a package that is not there or not acceptable is reported; everything else is an error of the network. */
function refusePackage(answer: Received): Refusal {
  const refusal = refuseMissingPackage(answer)
  const isReported =
    answer.kind === 'response'
      ? answer.status === 404 || answer.status === 406
      : answer.cause === 'unreachable' || answer.cause === 'cancelled'
  return isReported ? refusal : { ...refusal, code: undefined }
}

export const phoneme: Personality = {
  title: 'phoneME, the reference implementation of Sun.',
  behaviour: {
    ...strict,
    jadTolerance: phonemeJad,
    requestStyle: (purpose, profile) => styleRequest(purpose, profile, accepts),
    acceptsAsDescriptor: (contentType) => contentType?.toLowerCase().split(';')[0] === jadMediaType,
    nextMove: (state, { redirectsMax: hopsMax = limits.hopsMax }) =>
      decideNextMove(state, { ...limits, hopsMax }),
    asksForCredentials: isBasicOfServer,
    asks: () => true,
    refusePackage,
    resolvePackageUrl: ({ linkUrl, reference }) => resolveUrl(linkUrl, reference),
    descriptorOrder: [
      descriptor.grammar,
      descriptor.mandatory('name, vendor and version', [
        'MIDlet-Name',
        'MIDlet-Vendor',
        'MIDlet-Version',
      ]),
      descriptor.versionThat(isVersion),
      descriptor.previousVersion,
      descriptor.mandatory('presence of the package size', ['MIDlet-Jar-Size']),
      descriptor.packageSize,
      descriptor.recordsSize,
      descriptor.modelLimits,
      memoryWithCopies,
      descriptor.mandatory('presence of the package URL', ['MIDlet-Jar-URL']),
      descriptor.packageAddress,
    ],
    packageOrder: [
      recoded(trusted.authentication, () => undefined),
      received.opening,
      received.archive,
      received.manifestGrammar,
      received.onlyAlone(received.manifestIdentityThat(isVersion)),
      received.classesOf((file) => (file === 'descriptor' ? 906 : 907)),
      received.size,
      received.room,
      received.identityThat((told, found) => told.trim() === found.trim()),
      received.recordsRoom,
      received.overwriting,
      trusted.trustedEquality,
      recoded(trusted.permissions, codeOfPermissions),
      platform.runtimeEnvironmentOfEither,
      platform.configurationOfEither,
      platform.profileOfEither,
      recoded(trusted.pushRegistrations, codeOfPush),
    ],
    decideUpdate: (question) => decideUpdate(question, parseVersionLoosely),
    retainRecords: (question) =>
      retainRecords(question, {
        signer: (one, other) => one.root === other.root,
        place: (one, other) =>
          one.protocol === other.protocol &&
          one.hostname === other.hostname &&
          one.pathname === other.pathname,
      }),
    reportMessage: (code) => ({
      body: formatStatusReport({ code, terminator: 'none' }),
      headers: [],
      framing: 'length',
    }),
    reportAttemptsMax: ({ kind, code }) => (kind === 'install' && code !== 900 ? 1 : 5),
  },
  sources: {
    jadTolerance: 'phoneME JadProperties',
    requestStyle:
      'phoneME HttpInstaller: any type is asked for, since some servers answer 406 for a JAR',
    acceptsAsDescriptor: 'phoneME HttpInstaller: the type is not trimmed before it is compared',
    nextMove: 'phoneME HttpInstaller: waits of at most 60 s after 503, as often as it is told to',
    asksForCredentials:
      'phoneME HttpInstaller: WWW-Authenticate also where a proxy asks, and as many rounds as the user wants',
    asks: 'phoneME GraphicalInstaller: a redirect is shown to the user first',
    refusePackage:
      'phoneME HttpInstaller, OtaNotifier: only 404, 406 and an unreachable server are an invalid JAR, every other failure is not reported',
    resolvePackageUrl:
      'phoneME Installer: the URL by which the descriptor was asked for is the base',
    decideUpdate: 'phoneME Installer, comparison of versions: one to three numbers of any length',
    retainRecords:
      'phoneME Installer.installStep7: the name of the CA; scheme, host and path without the port',
    reportMessage: 'phoneME OtaNotifier: no line end',
    reportAttemptsMax: 'phoneME OtaNotifier: only a success is kept for another attempt',
  },
  examinationSources: {
    'mandatory attributes': 'phoneME Installer.installStep1 and installStep3',
    'name, vendor and version': 'phoneME Installer.installStep1',
    version: 'phoneME Installer, comparison of versions: one to three numbers of any length',
    'previous version': 'phoneME Installer.installStep1, before the sizes are looked at',
    'presence of the package size': 'phoneME Installer.installStep3',
    memory: 'phoneME Installer.installStep3: before the URL of the package is looked at',
    'presence of the package URL': 'phoneME Installer.installStep3',
    'package URL': 'phoneME Installer.installStep5: resolved when it is fetched',
    'MIDlet entries': 'phoneME Installer.installStep5: not before the package is there',
    'push entries': 'phoneME Installer.installStep7: not before the suite is registered',
    'repeated attributes': 'phoneME JadProperties: the last one wins',
    'length of notify URLs': 'phoneME Installer: no limit',
    'profile and configuration of the descriptor':
      'phoneME Installer.installStep7: not before the package is there',
    'signature and certificates':
      'phoneME Installer.installStep5: before anything else, and no failure is reported',
    'same attributes as a signed manifest':
      'phoneME Installer.installStep7: with what else a signer vouches for',
    permissions:
      'phoneME Installer.installStep7: before the platform; an empty name in a list is an invalid descriptor',
    'push registrations':
      'phoneME Installer.installStep7: an entry of too few parts ends it without a report',
    size: 'phoneME Installer.installStep5: after the manifest and the classes',
    room: 'phoneME Installer.installStep5: after the manifest and the classes',
    'name, version and vendor in the manifest':
      'phoneME Installer.installStep5: only without a descriptor; else a missing one is a mismatch',
    'same name, version and vendor as the descriptor':
      'phoneME Installer.installStep5: compared after trimming',
    'classes of the MIDlets':
      'phoneME Installer.installStep5: before the size; a malformed entry of the descriptor is an invalid descriptor',
    'profile and configuration stated': 'phoneME Installer.installStep7: one after the other',
    'profile and configuration of the manifest':
      'phoneME Installer.installStep7: the value of the descriptor wins',
    'runtime environment of either': 'phoneME Installer.installStep7',
    'MicroEdition-Configuration of either': 'phoneME Installer.installStep7',
    'MicroEdition-Profile of either': 'phoneME Installer.installStep7',
  },
}
