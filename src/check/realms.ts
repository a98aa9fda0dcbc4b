/** Who was asked for credentials by the target, and what became of those that were given. */
import type { Exchange } from '../trace/events.ts'
import { headerValue, headerValues, parseChallenge } from '../wire/http-fields.ts'
import type { Evidence } from './evidence.ts'

/** The realm of the Basic challenge in an answer 401. */
export function realmOf({ response }: Exchange): string | undefined {
  if (response?.status !== 401) return undefined
  const challenges = headerValues(response.headers, 'WWW-Authenticate').flatMap((value) =>
    parseChallenge(value),
  )
  return challenges.find(({ scheme }) => scheme.toLowerCase() === 'basic')?.realm
}

/**
 * Fetches with credentials for the target itself, after a challenge of its own. Where a gateway asked in its place, the
 * credentials say nothing of the target.
 */
export function credentialedFetches(evidence: Evidence): readonly Exchange[] {
  const asked = evidence.exchanges()
  const challenge = asked.find(({ response }) => response?.status === 401)
  if (challenge === undefined) return []
  return asked.filter(
    ({ seq, purpose, request, credentials }) =>
      seq > challenge.seq &&
      (purpose === 'descriptor' || purpose === 'package') &&
      credentials !== undefined &&
      headerValue(request.headers, 'Authorization') !== undefined,
  )
}
