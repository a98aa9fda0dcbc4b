/** What a server pushes for a purpose where nobody tells it what to write. */
import { formatDate } from '../wbxml/date.ts'
import { pushFlags } from './compose-push.ts'
import type { PushDraft } from './compose-push.ts'

export const pushPurposes = ['offer', 'again', 'take-back', 'forget', 'manage'] as const

/**
 * `again`: the offer once more; `take-back`: it is not good any more; `forget`: the phone's copy of the link is old; `manage`: the
 * phone is to call its management server.
 */
export type PushPurpose = (typeof pushPurposes)[number]

export interface Offer {
  /** What is offered: an indication of it takes the place of an earlier one. */
  readonly app: string
  readonly link: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The management server, what it shares with phones, and its first session. */
const manager = {
  notification: { serverId: 'ota.test', session: 1 },
  secret: { password: 'operator', nonce: 'reference' },
} as const
const managementClient = '7'

export function ownDraft(purpose: PushPurpose, { app: siId, link, at }: Offer): PushDraft {
  const created = formatDate(at)
  switch (purpose) {
    case 'offer':
    case 'again': {
      const indication = { href: link, siId, created, action: 'signal-medium' }
      return { kind: 'si', indication: { ...indication, text: 'Install the demo', info: [] } }
    }
    case 'take-back':
      return { kind: 'si', indication: { siId, created, action: 'delete', text: '', info: [] } }
    case 'forget': {
      const operation = { invalidates: [{ scope: 'object', uri: link }] } as const
      return { kind: 'co', operation, flags: pushFlags.contentTrusted }
    }
    case 'manage':
      return {
        kind: 'notification',
        ...manager,
        application: managementClient,
        withoutCharset: true,
      }
    default:
      return purpose satisfies never
  }
}
