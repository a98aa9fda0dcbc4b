/** Which answers were meant for the phone that got them. */
import type { CaseFacts, Exchange, RecordedResponse } from '../trace/events.ts'
import type { Cabinet } from '../wire/cab/cab.ts'
import type { InstallCab } from '../wire/cab/install-cab.ts'
import { headerValue } from '../wire/http-fields.ts'
import type { CheckContext } from './check.ts'
import type { NativeFormat, NativePackageEvidence } from './native-packages.ts'

/** Links that say whom they are for are opened by others on purpose. */
const forAnother = 'client-for-'

export function isMeantForAnother({ target }: CaseFacts, { request }: Exchange): boolean {
  return (target.links ?? []).some(
    ([name, url]) => name.startsWith(forAnother) && url === request.url,
  )
}

/** The target file says of the link that it leads to a page. */
export function isPageLink({ target }: CaseFacts, { request }: Exchange): boolean {
  return (target.links ?? []).some(([name, url]) => /^page\b/.test(name) && url === request.url)
}

/** What the phone can install; none: suites only. */
export function formatFor({ profile }: CaseFacts): NativeFormat | undefined {
  if (profile.symbian !== undefined) {
    return /^\d{2,}|^9/.test(profile.symbian.osVersion) ? 'sisx' : 'sis'
  }
  return profile.windowsMobile === undefined ? undefined : 'cab'
}

/** Of the links that say whom they are for; those that are missing lead to cabinets. */
const formatsOrdered: ReadonlyMap<string, NativeFormat | 'suite'> = new Map<
  string,
  NativeFormat | 'suite'
>([
  [`${forAnother}java`, 'suite'],
  [`${forAnother}symbian-8`, 'sis'],
  [`${forAnother}symbian-9`, 'sisx'],
])

/** What a link was ordered for, by its name; none: it says nothing of the phone. */
export function formatOrdered(name: string): NativeFormat | 'suite' | undefined {
  return name.startsWith(forAnother) ? (formatsOrdered.get(name) ?? 'cab') : undefined
}

/** Was what the link of this name leads to made for phones that open nothing of what this one does? */
export function isForOtherPlatform(facts: CaseFacts, name: string): boolean {
  const ordered = formatOrdered(name)
  return ordered !== undefined && ordered !== (formatFor(facts) ?? 'suite')
}

export function isNativePhone({ facts }: CheckContext): boolean {
  return formatFor(facts) !== undefined
}

/** Packages that the target chose for this phone, by its name. */
export function chosenPackages({
  evidence,
  facts,
}: CheckContext): readonly NativePackageEvidence[] {
  return evidence.nativePackages.filter(
    ({ exchange }) => !isMeantForAnother(facts, exchange) && isNamed(exchange),
  )
}

/** Nobody can be told by what he does not send. */
function isNamed({ request }: Exchange): boolean {
  return headerValue(request.headers, 'User-Agent') !== undefined
}

/** Did the exchange bring a package of the kind that this phone installs? One that is broken is what it looks like. */
export function chosenFor({ evidence, facts }: CheckContext, { seq }: Exchange): boolean {
  const view = evidence.nativePackages.find(({ exchange }) => exchange.seq === seq)?.view
  if (view?.format === 'broken') return view.looksLike === formatFor(facts)
  if (view === undefined || view.format !== formatFor(facts)) return false
  if (view.format !== 'cab') return true
  const platform = platformOf(facts).toLowerCase()
  return view.cab.unsupportedPlatforms.every((name) => name.toLowerCase() !== platform)
}

export type Asked = Exchange & { readonly response: RecordedResponse }

/** Requests of a native phone for what a link leads to that were answered by the target, whole. */
export function packageAnswers(context: CheckContext, method: 'GET' | 'HEAD'): readonly Asked[] {
  if (!isNativePhone(context)) return []
  return context.evidence
    .exchanges('package')
    .filter((exchange): exchange is Asked => exchange.response !== undefined)
    .filter(
      ({ failure, probe, request }) =>
        failure === undefined && probe === undefined && request.method === method,
    )
}

/** It is another version than the request depends on, or shorter: no refusal, the phone asks for it anew. */
export function isOutdated({ request, response }: Exchange): boolean {
  const isConditional = ['If-Match', 'If-Range', 'Range'].some(
    (name) => headerValue(request.headers, name) !== undefined,
  )
  return isConditional && (response?.status === 412 || response?.status === 416)
}

/** The target was asked to offer something else between two events. */
export function isPublishedBetween(
  { evidence }: CheckContext,
  from: { readonly seq: number },
  to: { readonly seq: number },
): boolean {
  return evidence
    .all('target.asked')
    .some(({ seq, verb }) => verb === 'publish' && seq > from.seq && seq < to.seq)
}

/** Cabinets that were chosen for this phone of Windows Mobile. */
export function chosenCabinets(context: CheckContext): readonly ChosenCabinet[] {
  if (context.facts.profile.windowsMobile === undefined) return []
  return chosenPackages(context).flatMap(({ seq, view }) =>
    view.format === 'cab' ? [{ seq, cabinet: view.cabinet, cab: view.cab }] : [],
  )
}

/** Those that a Pocket PC 2003 got, whose installer takes less than later ones. */
export function cabinetsFor2003(context: CheckContext): readonly ChosenCabinet[] {
  const { facts } = context
  const isEarly = facts.profile.windowsMobile?.release === '2003' && !isSmartphone(facts)
  return isEarly ? chosenCabinets(context) : []
}

export interface ChosenCabinet {
  readonly seq: number
  readonly cabinet: Cabinet
  readonly cab: InstallCab
}

const smartphone = 'smartphone'

export function isSmartphone({ profile }: CaseFacts): boolean {
  return profile.personality === smartphone
}

/** As a device of Windows Mobile calls itself towards packages. */
export function platformOf(facts: CaseFacts): string {
  return isSmartphone(facts) ? 'Smartphone' : 'POCKETPC'
}
