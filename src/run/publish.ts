/** The target is asked to offer a newer version. */
import type { PublishOutcome } from '../scenario/stage.ts'
import type { Target } from '../target/target.ts'
import type { TargetCare } from './target-care.ts'

export async function publish(
  app: string,
  { target, care }: { readonly target: Target; readonly care: Pick<TargetCare, 'ask'> },
): Promise<PublishOutcome> {
  const asked = await care.ask('publish', { app, link: target.links.get(app) ?? '' })
  if (asked.kind === 'done') return { kind: 'published' }
  return {
    kind: 'not published',
    reason: `the target did not publish: ${asked.detail} (verbs.publish)`,
  }
}
