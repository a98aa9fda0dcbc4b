/** Service indications that the target wrote itself. */
import type { ServiceIndication } from '../wire/push/service-indication.ts'
import type { CheckContext } from './check.ts'
import { ownPushes } from './scripted-pushes.ts'
import type { PushOfTarget } from './scripted-pushes.ts'

export interface OwnIndication {
  readonly message: PushOfTarget
  readonly indication: ServiceIndication
}

export function ownIndications(context: CheckContext): readonly OwnIndication[] {
  return ownPushes(context, 'si', 'link', 'sl', 'contentType').flatMap((message) => {
    const content = message.reading.content?.content
    return content?.kind === 'si' ? [{ message, indication: content.indication }] : []
  })
}

/** Those that show something, and delete nothing. */
export function shownIndications(context: CheckContext): readonly OwnIndication[] {
  return ownIndications(context).filter(({ indication }) => indication.action !== 'delete')
}

/** By which phones compare it with others: its si-id, or else its link. */
export function idOf({ indication }: OwnIndication): string | undefined {
  return indication.siId ?? indication.href
}
