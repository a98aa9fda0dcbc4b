import type { Received } from '../behaviour.ts'
import type { Credentials } from '../rules/credentials.ts'
import type { UserEvent } from './events.ts'

type Typed = Pick<Credentials, 'kind' | 'user' | 'password'>

/** The credentials of an accepting answer to the credentials question. */
export function typedCredentials(event: UserEvent): Typed | undefined {
  return event.type === 'user.answered' && event.answer === 'accept' ? event.typed : undefined
}

export function isAccepted(event: UserEvent): boolean {
  return event.type === 'user.answered' && event.answer === 'accept'
}

/** Directs typed credentials to who asked for them. */
export function challengedBy(
  received: Received | undefined,
  typed: Typed | undefined,
): Credentials | undefined {
  if (typed === undefined) return undefined
  const byProxy = received?.kind === 'response' && received.status === 407
  return { ...typed, to: byProxy ? 'proxy' : 'server' }
}
