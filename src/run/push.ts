/** Who sends what a scenario wants sent: the target where it can be asked to, else the harness in its place. */
import type { Arrived } from '../network/ear.ts'
import type { CaseDoors } from '../network/relay.ts'
import type { PushOrder, PushOutcome } from '../scenario/push-order.ts'
import type { Target } from '../target/target.ts'
import type { Verbs } from '../target/verbs/verbs.ts'
import type { World } from './case.ts'
import { pushItself } from './case-network.ts'
import type { TargetCare } from './target-care.ts'

export interface Pushing {
  readonly target: Target
  readonly world: Pick<World, 'network' | 'clock' | 'push' | 'verbs' | 'doors'>
  readonly care: Pick<TargetCare, 'ask'>
}

export async function pushOrder(order: PushOrder, pushing: Pushing): Promise<PushOutcome> {
  const { world, target } = pushing
  const { network, clock, push, verbs, doors } = world
  if (order.bearer !== 'harness') {
    if (push !== undefined) return push(order)
    if (doors !== undefined && verbs !== undefined && canBeAsked(order, verbs, doors)) {
      return pushByVerb(order, { ...pushing, doors, arrivalMs: target.network?.arrivalMs ?? 0 })
    }
    if (order.ticket && order.asText && verbs?.uses('push', 'kind') === false) {
      const reason =
        'the target cannot be asked for a text: add ${kind} to verbs.push of the target file'
      return { kind: 'missed', reason, isRefused: false }
    }
  }
  return pushItself(network, order, clock.now())
}

/** A server sends what it sends: where the scenario says more of it, only the harness can. */
function canBeAsked(
  { bearer, app, anyContent, asText, ticket, purpose }: PushOrder,
  verbs: Verbs,
  { doors }: CaseDoors,
) {
  // Whoever makes a link for one phone may say it in words of his own.
  const isAnyText = asText && ticket && verbs.uses('push', 'kind')
  if (!verbs.has('push') || !(anyContent || isAnyText) || app === undefined) return false
  if (purpose !== 'offer' && !verbs.uses('push', 'what')) return false
  return (
    bearer === undefined ||
    (verbs.uses('push', 'bearer') && doors.some((door) => door.bearer === doorOf(bearer)))
  )
}

/** Two forms of a push come by one door, the gateway for short messages by HTTP. */
function doorOf(bearer: string): string {
  return bearer === 'sendsms' || bearer === 'json' ? 'sms-http' : bearer
}

async function pushByVerb(
  { app = '', bearer = '', to, purpose, ticket, asText }: PushOrder,
  {
    target,
    care,
    doors,
    arrivalMs,
  }: Pushing & { readonly doors: CaseDoors; readonly arrivalMs: number },
): Promise<PushOutcome> {
  // It may come before the verb is done.
  const expectation = doors.expect(to)
  const link = target.links.get(app) ?? ''
  const how = { bearer, what: purpose, kind: asText ? 'text' : '', ticket: String(ticket) }
  const asked = await care.ask('push', { 'handset.msisdn': to, app, link, ...how })
  const arrived = await expectation.arrived(asked.kind === 'failed' ? 0 : arrivalMs)
  const isRefused = arrived.kind === 'nothing' && arrived.refusals.length > 0
  if (asked.kind === 'failed') {
    const reason = `the target did not push: ${asked.detail} (verbs.push)`
    return { kind: 'missed', reason, isRefused }
  }
  if (arrived.kind === 'whole') return { kind: 'handed in' }
  return { kind: 'missed', reason: tellMissed(arrived, { to, arrivalMs, doors }), isRefused }
}

function tellMissed(
  { kind, refusals }: Exclude<Arrived, { kind: 'whole' }>,
  { to, arrivalMs, doors }: { to: string; arrivalMs: number; doors: CaseDoors },
): string {
  const came = kind === 'part' ? 'only a part of a message' : 'no message'
  const places = doors.doors.map(({ bearer, address }) => `${bearer} ${address}`).join(', ')
  const what = `verbs.push was done, and ${came} for ${to} came within ${arrivalMs} ms (network.arrivalMs) to network.ports: ${places}`
  return refusals.length === 0 ? what : `${what}; refused: ${refusals.join('; ')}`
}
