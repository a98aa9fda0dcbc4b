/** A push proxy gateway: PAP over HTTP on loopback, in front of the router. */
import { WireError } from '../errors.ts'
import { escapeOctets, escapeText } from '../wire/escape.ts'
import type {
  CancelMessage,
  PapMessage,
  PushMessage,
  Result,
  StatusQueryMessage,
} from '../wire/pap/message.ts'
import { isVersion } from '../wire/pap/read-message.ts'
import { readPapSubmission } from '../wire/pap/submission.ts'
import type { PapSubmission } from '../wire/pap/submission.ts'
import { formatPapMessage } from '../wire/pap/write-message.ts'
import { formatDate } from '../wire/wbxml/date.ts'
import type { BearerParts, OpenBearer } from './bearer.ts'
import { basicCredentials, openHttpDoor, serveHttpDoor } from './http/http-door.ts'
import type { Asked, Door, Reply, ServedDoor } from './http/http-door.ts'
import { PushDesk } from './ppg/push-desk.ts'
import { ppgOptions } from './ppg/ppg-options.ts'
import type { PpgOptions } from './ppg/ppg-options.ts'

export type PpgSettings = Partial<Omit<PpgOptions, 'limits'>> & {
  readonly limits?: Partial<PpgOptions['limits']>
}

export interface OpenPpg extends OpenBearer {
  /** Resolves once no notification is under way. */
  notified(): Promise<void>
}

const teller = 'ppg'
const fragmentMax = 200

type Parts = Omit<BearerParts, 'host' | 'port'>

/** @throws UsageError `network/cannot-listen` */
export async function openPpg(parts: BearerParts, settings: PpgSettings = {}): Promise<OpenPpg> {
  const { gateway, door } = raiseGateway(parts, settings)
  const bearer = await openHttpDoor(door, parts)
  return {
    ...bearer,
    notified: () => gateway.desk.notifier.settled(),
    close: async () => {
      await gateway.desk.notifier.close()
      await bearer.close()
    },
  }
}

/** One that listens nowhere: it serves the connections that it is given. */
export function servePpg(parts: Parts, settings: PpgSettings = {}): ServedDoor {
  return serveHttpDoor(raiseGateway(parts, settings).door)
}

function raiseGateway(
  parts: Parts,
  settings: PpgSettings,
): { readonly gateway: Gateway; readonly door: Door } {
  const options = {
    ...ppgOptions,
    ...settings,
    limits: { ...ppgOptions.limits, ...settings.limits },
  }
  const gateway = new Gateway(parts, options)
  return {
    gateway,
    door: {
      teller,
      parts,
      limits: options.limits,
      answer: (asked) => gateway.answer(asked),
      refuse: (status) => gateway.refuse(status),
      putOff: () => pap(bad(4001, 'no room for now')),
    },
  }
}

class Gateway {
  readonly desk: PushDesk
  readonly #parts: Parts

  constructor(parts: Parts, options: PpgOptions) {
    this.#parts = parts
    this.desk = new PushDesk(parts, options)
  }

  /**
   * 202 for whatever was read as a request of PAP, its code says the rest; other statuses only where HTTP itself failed
   * (WAP-247, PAP over HTTP).
   */
  answer(asked: Asked): Reply {
    if (asked.method !== 'POST') {
      return { status: 405, headers: { Allow: 'POST' }, body: '' }
    }
    const initiator = this.#initiatorOf(asked)
    if (initiator === undefined) {
      this.#tell('login.refused', asked.peer, escapeText(asked.authorization ?? 'no credentials'))
      return { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="ppg"' }, body: '' }
    }
    try {
      const submission = readPapSubmission(asked.contentType, asked.body)
      return pap(this.#answerTo(submission, initiator), submission.version)
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      this.#tell('message.unreadable', initiator, escapeText(error.message))
      const fragment = escapeOctets(asked.body.subarray(0, fragmentMax), fragmentMax)
      return pap(bad(2000, error.message, fragment))
    }
  }

  refuse(status: 400 | 413 | 429): Reply {
    if (status === 429) return { ...pap(bad(4001, 'too many requests')), status: 503 }
    return { status, headers: {}, body: '' }
  }

  /** An account where there are any, else the address. */
  #initiatorOf({ authorization, peer }: Asked): string | undefined {
    const { accounts } = this.#parts
    if (accounts.length === 0) return peer.replace(/:\d+$/, '')
    const given = basicCredentials(authorization)
    return accounts.find(
      ({ name, password }) => name === given?.name && password === given.password,
    )?.name
  }

  #answerTo({ message, version, content }: PapSubmission, initiator: string): PapMessage {
    if (version !== undefined && !isVersion(version)) {
      return bad(3002, `version ${version}, expected 1.0 or 2.0`)
    }
    switch (message.kind) {
      case 'push-message':
        return this.#pushed(message, this.desk.push(message, content, initiator))
      case 'cancel-message':
        return this.#cancelled(message, initiator)
      case 'statusquery-message':
        return this.#queried(message, initiator)
      default:
        this.#tell('message.unexpected', initiator, message.kind)
        return bad(2000, `${message.kind} is not for a gateway`)
    }
  }

  #pushed({ pushId }: PushMessage, result: Result): PapMessage {
    const { startsAtMs, clock } = this.#parts
    return {
      kind: 'push-response',
      pushId,
      senderName: 'ppg',
      replyTime: formatDate(startsAtMs + clock.now()),
      result,
    }
  }

  #cancelled({ pushId, addresses }: CancelMessage, initiator: string): PapMessage {
    const results = this.desk.cancel(pushId, addresses, initiator)
    return { kind: 'cancel-response', pushId, results }
  }

  #queried({ pushId, addresses }: StatusQueryMessage, initiator: string): PapMessage {
    const results = this.desk.query(pushId, addresses, initiator)
    return { kind: 'statusquery-response', pushId, results }
  }

  #tell(what: string, peer: string, detail: string): void {
    const at = this.#parts.clock.now()
    this.#parts.log({ at, teller, what, peer, messageId: undefined, detail })
  }
}

function bad(code: number, description: string, fragment?: string): PapMessage {
  return { kind: 'badmessage-response', result: { code, description }, fragment }
}

function pap(message: PapMessage, version?: string): Reply {
  const spoken = version !== undefined && isVersion(version) ? version : '2.0'
  return {
    status: 202,
    headers: { 'Content-Type': 'application/xml' },
    body: formatPapMessage(message, spoken),
  }
}
