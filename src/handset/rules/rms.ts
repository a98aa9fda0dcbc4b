/** Whether the record stores of a suite survive its update (OTA2 Suite update, the four rules in their order). */
import { parseUrl } from '../../wire/http-url.ts'
import type { RetentionAnswer, RetentionQuestion } from '../behaviour.ts'
import type { Signer } from '../flash.ts'

/** What a phone takes for the same. */
export interface Sameness {
  readonly signer: (one: Signer, other: Signer) => boolean
  readonly place: (one: URL, other: URL) => boolean
}

/** The document says no more than "signer"; name and root together tell two customers of one authority apart. */
const bySignerAndAddress: Sameness = {
  signer: (one, other) => one.subject === other.subject && one.root === other.root,
  // Scheme, host and path; the port belongs to the host, query and fragment do not count.
  place: (one, other) => one.origin === other.origin && one.pathname === other.pathname,
}

export function retainRecords(
  { installed, offered, hasRecords }: RetentionQuestion,
  same: Sameness = bySignerAndAddress,
): RetentionAnswer {
  if (!hasRecords) return { kind: 'keep', why: 'there are none' }
  if (isSame(installed.signer, offered.signer, same.signer))
    return { kind: 'keep', why: 'same signer' }
  if (isSame(urlOf(installed.descriptorUrl), urlOf(offered.descriptorUrl), same.place)) {
    return { kind: 'keep', why: 'same descriptor URL' }
  }
  if (isSame(urlOf(installed.packageUrl), urlOf(offered.packageUrl), same.place)) {
    return { kind: 'keep', why: 'same package URL' }
  }
  return { kind: 'ask', why: 'another signer, descriptor URL and package URL' }
}

function isSame<Thing>(
  one: Thing | undefined,
  other: Thing | undefined,
  same: (one: Thing, other: Thing) => boolean,
): boolean {
  return one !== undefined && other !== undefined && same(one, other)
}

function urlOf(text: string | undefined): URL | undefined {
  return text === undefined ? undefined : parseUrl(text)
}
