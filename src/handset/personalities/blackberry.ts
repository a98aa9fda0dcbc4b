/** The installer in the browser of BlackBerry OS, as it was observed; what nobody saw it do otherwise it does by the book. */
import { blackberryJad } from '../../wire/jad-tolerance.table.ts'
import { formatStatusReport } from '../../wire/status-report.ts'
import type { Received, Refusal } from '../behaviour.ts'
import type { Personality } from '../personality.ts'
import * as descriptor from '../rules/descriptor-examinations.ts'
import { recoded } from '../rules/examination.ts'
import { needs } from '../rules/needs.ts'
import * as received from '../rules/package-examinations.ts'
import { findDueAtOnce } from '../rules/reports.ts'
import { bookAccepts, styleRequest } from '../rules/request-style.ts'
import { bookLimits, decideNextMove, refuseMissingPackage } from '../rules/retrieval.ts'
import * as trusted from '../rules/trust-examinations.ts'
import { strict } from './strict.ts'

const limits = { ...bookLimits, waitsMax: 0 }

const accepts = {
  ...bookAccepts,
  package:
    'application/java-archive,application/java,application/x-java-archive,application/vnd.oma.drm.message;q=0.9',
}

/** A status that a gateway made up to be a status code is taken for one. */
function codeOf(status: number): number {
  if (status === 401 || status === 407) return 909
  if (status === 400) return 903
  return status >= 900 && status <= 913 ? status : 907
}

function refusePackage(answer: Received): Refusal {
  const refusal = refuseMissingPackage(answer)
  return answer.kind === 'response' ? { ...refusal, code: codeOf(answer.status) } : refusal
}

/** At least one dot, nothing but digits around it. */
function isVersion(text: string): boolean {
  return /^[0-9]{1,10}(?:\.[0-9]{1,10}){1,20}$/.test(text)
}

export const blackberry: Personality = {
  title: 'BlackBerry OS, the installer in its browser.',
  behaviour: {
    ...strict,
    jadTolerance: blackberryJad,
    requestStyle: (purpose, profile) => styleRequest(purpose, profile, accepts),
    acceptsAsPackage: () => true,
    nextMove: (state, { redirectsMax: hopsMax = limits.hopsMax }) =>
      decideNextMove(state, { ...limits, hopsMax }),
    asksForCredentials: () => false,
    refusePackage,
    descriptorOrder: [
      descriptor.grammar,
      descriptor.mandatoryAttributes,
      descriptor.versionThat(isVersion),
      descriptor.previousVersion,
      descriptor.packageSize,
      descriptor.recordsSize,
      descriptor.midletEntries,
      descriptor.repeatedAttributes,
      descriptor.notifyLength,
      descriptor.descriptorPlatform,
      recoded(descriptor.pushEntries, () => 911),
      descriptor.packageAddress,
      descriptor.modelLimits,
    ],
    packageOrder: [
      trusted.authentication,
      received.opening,
      received.archive,
      received.manifestGrammar,
      received.manifestIdentityThat(isVersion),
      received.identity,
      trusted.trustedEquality,
      received.classes,
      needs,
      received.size,
      received.platformStated,
      received.packagePlatform,
      received.overwriting,
      trusted.permissions,
      trusted.pushRegistrations,
      received.room,
      received.recordsRoom,
    ],
    reportMessage: (code) => ({
      body: formatStatusReport({ code, terminator: 'none' }),
      headers: [],
      framing: 'length',
    }),
    isDelivered: (answer) =>
      answer.kind === 'response' && answer.status >= 200 && answer.status <= 299,
    dueReports: findDueAtOnce,
  },
  sources: {
    jadTolerance:
      'BlackBerry OS installer, observed, no document published: lines end at LF and are trimmed',
    requestStyle: 'BlackBerry OS installer, observed, no document published',
    acceptsAsPackage:
      'BlackBerry OS installer, observed, no document published: the type is not looked at',
    nextMove:
      'BlackBerry OS installer, observed, no document published: 503 is an invalid JAR at once',
    asksForCredentials:
      'BlackBerry OS installer, observed, no document published: 401 and 407 are reported as 909',
    refusePackage:
      'BlackBerry OS installer, observed, no document published: 401 and 407 are 909, 400 is 903, a status from 900 to 913 is taken as it is',
    reportMessage: 'BlackBerry OS installer, observed, no document published: no line end',
    isDelivered: 'BlackBerry OS installer, observed, no document published: any 2xx',
    dueReports:
      'BlackBerry OS installer, observed, no document published: a deletion is reported as it happens',
  },
  examinationSources: {
    version:
      'BlackBerry OS installer, observed, no document published: digits and at least one dot, any number of parts',
    'name, version and vendor in the manifest':
      'BlackBerry OS installer, observed, no document published: digits and at least one dot, any number of parts',
    memory:
      'BlackBerry OS installer, observed, no document published: not before the modules are installed',
    'previous version':
      'BlackBerry OS installer, observed, no document published: the installed group is looked up first',
    'push entries': 'BlackBerry OS installer, observed, no document published: 911',
    'APIs that the classes refer to':
      'BlackBerry OS installer, observed, no document published: 913 where a package is not supported',
    size: 'BlackBerry OS installer, observed, no document published: after the package is compiled',
    room: 'BlackBerry OS installer, observed, no document published: as the modules are installed',
    'room for records':
      'BlackBerry OS installer, observed, no document published: as the modules are installed',
  },
}
