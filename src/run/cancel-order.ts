/** The target is asked to cancel an order of a link that it made for one phone. */
import type { LastOrder } from '../scenario/last.ts'
import type { CancelOutcome } from '../scenario/stage.ts'
import type { Target } from '../target/target.ts'
import type { Verbs } from '../target/verbs/verbs.ts'
import type { TargetCare } from './target-care.ts'

export interface Cancelling {
  readonly target: Target
  readonly verbs: Verbs | undefined
  readonly care: Pick<TargetCare, 'ask'>
}

export async function cancelOrder(
  { app, to, link }: LastOrder,
  { target, verbs, care }: Cancelling,
): Promise<CancelOutcome> {
  if (verbs?.has('cancel') !== true) {
    return missed(
      'the target cannot be asked to cancel an order: add verbs.cancel to the target file',
    )
  }
  if (link === undefined && verbs.uses('cancel', 'ticket.link')) {
    return missed(
      'the phone has not got the link yet that verbs.cancel is to name (${ticket.link})',
    )
  }
  const asked = await care.ask('cancel', {
    app,
    link: target.links.get(app) ?? '',
    'handset.msisdn': to,
    'ticket.link': link ?? '',
  })
  return asked.kind === 'done'
    ? { kind: 'cancelled' }
    : missed(`the target did not cancel the order: ${asked.detail} (verbs.cancel)`)
}

function missed(reason: string): CancelOutcome {
  return { kind: 'not cancelled', reason }
}
