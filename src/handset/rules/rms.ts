/** Whether the record stores of a suite survive its update (OTA2 Suite update, the four rules in their order). */
import { parseUrl } from '../../wire/http-url.ts'
import type { RetentionAnswer, RetentionQuestion } from '../behaviour.ts'
import type { Signer } from '../flash.ts'

export function retainRecords({
  installed,
  offered,
  hasRecords,
}: RetentionQuestion): RetentionAnswer {
  if (!hasRecords) return { kind: 'keep', why: 'there are none' }
  if (isSameSigner(installed.signer, offered.signer)) return { kind: 'keep', why: 'same signer' }
  if (isSamePlace(installed.descriptorUrl, offered.descriptorUrl)) {
    return { kind: 'keep', why: 'same descriptor URL' }
  }
  if (isSamePlace(installed.packageUrl, offered.packageUrl)) {
    return { kind: 'keep', why: 'same package URL' }
  }
  return { kind: 'ask', why: 'another signer, descriptor URL and package URL' }
}

/** The document says no more than "signer"; name and root together tell two customers of one authority apart. */
function isSameSigner(one: Signer | undefined, other: Signer | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.subject === other.subject &&
    one.root === other.root
  )
}

/** Scheme, host and path; the port belongs to the host, query and fragment do not count. */
function isSamePlace(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const [a, b] = [parseUrl(one), parseUrl(other)]
  return a !== undefined && b !== undefined && a.origin === b.origin && a.pathname === b.pathname
}
