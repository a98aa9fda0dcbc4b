/**
 * What phones have in common that install native packages: a link leads straight to a package, nothing is reported to a
 * server, and all that is asked is asked once the package is there (Symbian's and Windows Mobile's installers).
 */
import { headerValue } from '../../wire/http-fields.ts'
import type { Behaviour, Refusal, VerificationAnswer } from '../behaviour.ts'
import type { BrowserHabits } from '../browser-habits.ts'
import type { NextMove, RetrievalState } from '../next-move.ts'
import type { DownloadHabits } from '../download-habits.ts'
import type { PushHabits } from '../push-habits.ts'
import { strict } from '../personalities/strict.ts'
import { decideNextMove } from '../rules/retrieval.ts'
import type { RetrievalLimits } from '../rules/retrieval.ts'
import { bookLimits } from '../rules/retrieval.ts'

/**
 * A browser follows a handful of redirects (assumed: five, as the Java runtime of the same phones), and resolves where they
 * lead (assumed: RFC 9110 section 10.2.2, as every browser does).
 */
export const browserLimits: RetrievalLimits = { ...bookLimits, hopsMax: 5, resolves: true }

const push: PushHabits = {
  ...strict.push,
  // Browsers and inboxes make links of texts; what is known otherwise of a model is in its profile.
  opensTextLinks: ({ push: facts }) => facts?.smsLinks ?? true,
}

/** Content as any phone, and packages of these types; suites are for the Java phone within, which is another profile. */
export function downloadsOf(packageTypes: readonly string[]): DownloadHabits {
  const { useOf } = strict.download
  return {
    ...strict.download,
    useOf(essence) {
      if (packageTypes.includes(essence)) return 'package'
      return useOf(essence) === 'content' ? 'content' : undefined
    },
  }
}

/** The browser of a phone that installs files with these endings. */
export function browserFor(installable: RegExp): BrowserHabits {
  return {
    ...strict.browser,
    installs: (url) => installable.test(URL.parse(url)?.pathname ?? ''),
  }
}

export const native: Behaviour = {
  ...strict,
  push,
  linkPurpose: 'package',
  hasCodes: false,
  acceptsAsDescriptor: () => false,
  acceptsAsPackage: () => true,
  asks: (prompt) => prompt !== 'package-only' && prompt !== 'redirect',
  nextMove: (state, { redirectsMax: hopsMax = browserLimits.hopsMax }) =>
    moveOn(state, { ...browserLimits, hopsMax }),
  queuesReport: () => false,
  dueReports: () => [],
  retainRecords: () => ({
    kind: 'keep',
    why: 'files that the application made stay where they are',
  }),
  carryPermissions: (_, offered) => offered,
}

/** A server that was only asked whether it has it goes on to be asked for it. */
function moveOn(state: RetrievalState, limits: RetrievalLimits): NextMove {
  const { received, looking } = state
  if (looking !== true || received.kind === 'failure') return decideNextMove(state, limits)
  // Symbian's HttpDownload.cpp takes 200 to 205 for a yes.
  if (received.status < 200 || received.status > 205) return decideNextMove(state, limits)
  const stated = headerValue(received.headers, 'Content-Length')
  const bytes = stated !== undefined && /^\d{1,15}$/.test(stated) ? Number(stated) : undefined
  return { kind: 'fetch', bytes }
}

type Installing = Extract<VerificationAnswer, { kind: 'install' }>

/** Without what a suite of Java has beside: a server that hears of it, programs that the phone knows, and addresses of pushes. */
export function installs(
  own: Pick<Installing, 'subject' | 'bytes' | 'signer' | 'lookedAt' | 'programs'>,
): Installing {
  return {
    kind: 'install',
    ...own,
    installNotify: undefined,
    permissions: [],
    dataBytes: 0,
    deleteNotify: undefined,
    deleteConfirm: undefined,
    midlets: [],
    push: [],
  }
}

export function refuse(native: NonNullable<Refusal['native']>, reason: string): Refusal {
  return { code: undefined, native, reason }
}

/** Counts as the user's doing. */
export const declined: Refusal = {
  code: 902,
  native: 'user-cancelled',
  reason: 'the user refused',
}
