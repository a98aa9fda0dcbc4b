/** The operator's network of a case: what it does goes into the trace, and the harness sends by it what the target does not. */
import type { Handset } from '../handset/handset.ts'
import type { Recorder } from '../handset/recorder.ts'
import type { Onlooker, Operator } from '../network/operator.ts'
import type { Router } from '../network/router.ts'
import type { PushOrder, PushOutcome } from '../scenario/push-order.ts'
import type { TraceFact } from '../trace/events.ts'
import { composePush } from '../wire/push/compose-push.ts'
import type { ComposedMessage } from '../wire/push/compose-push.ts'
import { encodeUdh } from '../wire/sms/udh.ts'
import { WireError } from '../errors.ts'
import type { World } from './case.ts'

/** Of the phone of every case. */
export const phoneNumber = '+358401234567'

/** From now on the phone has its number, and the trace tells what the network does. */
export function joinNetwork(
  { network, doors }: Pick<World, 'network' | 'doors'>,
  handset: Handset,
  recorder: Recorder,
): void {
  const tell = (fact: TraceFact) => void recorder.record('network', fact)
  const { router } = network
  const onlooker: Onlooker = {
    hearFact({ what, messageId }) {
      const fact = messageId === undefined ? undefined : messageFact(router, what, messageId)
      if (fact !== undefined) tell(fact)
    },
    hearOctets: (packet) => tell({ type: 'bearer.exchanged', ...packet }),
  }
  network.watch(onlooker)
  doors?.watch(onlooker)
  const line = router.attach(phoneNumber, handset)
  recorder.onEvent((event) => {
    const isBack =
      (event.type === 'power.changed' && event.on) ||
      (event.type === 'coverage.changed' && event.covered)
    if (isBack) line.reachable()
  })
}

/** What the trace says of a message of which the network tells something; none: nothing new. */
export function messageFact(
  router: Pick<Router, 'find'>,
  what: string,
  id: string,
): TraceFact | undefined {
  const message = router.find(id)
  if (message === undefined) return undefined
  const { submission, state, endedAt } = message
  if (!what.startsWith('message.')) return undefined
  if (what !== 'message.accepted') {
    return endedAt === undefined ? undefined : { type: 'message.ended', message: id, state }
  }
  const { bearer, sender, from, to, carrier, dataCoding, elements, octets } = submission
  const udh = elements.length === 0 ? new Uint8Array() : encodeUdh(elements)
  return {
    type: 'message.accepted',
    message: id,
    bearer,
    sender,
    from: from.value,
    to,
    carrier,
    dataCoding,
    udh,
    octets,
  }
}

/** The harness in the place of the target, which a script may refuse as it would refuse that. */
export function pushItself(
  { router, script }: Operator,
  order: PushOrder,
  now: number,
): PushOutcome {
  if (script.strike('submit') === 'refuse') return refused('the scenario says so')
  if (order.ticket) return refused('nobody but the target can make a ticket')
  const composed = compose(order)
  if (typeof composed === 'string') return refused(composed)
  const { validForMs, to, from } = order
  const outcome = router.submit({
    bearer: 'harness',
    sender: 'harness',
    from: { ton: 0, npi: 1, value: from },
    to,
    carrier: 'sms',
    protocolId: 0,
    ...composed,
    wantsReport: false,
    deliverAt: undefined,
    validUntil: validForMs === undefined ? undefined : now + validForMs,
    serviceType: '',
    replacesWaiting: false,
  })
  return outcome.kind === 'accepted' ? handedIn : refused(outcome.cause)
}

const handedIn: PushOutcome = { kind: 'handed in' }

function refused(reason: string): PushOutcome {
  return { kind: 'refused', reason }
}

function compose({ draft }: PushOrder): ComposedMessage | string {
  try {
    return composePush(draft)
  } catch (error) {
    if (error instanceof WireError) return error.message
    throw error
  }
}
