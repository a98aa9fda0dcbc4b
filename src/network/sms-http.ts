/** A gateway that servers send short messages to by HTTP, in front of the router. */
import { escapeText } from '../wire/escape.ts'
import type { BearerParts, OpenBearer } from './bearer.ts'
import { callBack } from './http/call-back.ts'
import type { CallBack, Caller } from './http/call-back.ts'
import { openHttpDoor, serveHttpDoor } from './http/http-door.ts'
import type { Asked, Door, Reply, ServedDoor } from './http/http-door.ts'
import { submitDraft } from './sms-http/draft.ts'
import { jsonAnswer, jsonError, readJsonForm } from './sms-http/json-form.ts'
import { dlrCall, jsonCall } from './sms-http/reports.ts'
import type { Told } from './sms-http/reports.ts'
import { plain, readSendsms } from './sms-http/sendsms.ts'
import { smsHttpOptions } from './sms-http/sms-http-options.ts'
import type { SmsHttpOptions } from './sms-http/sms-http-options.ts'
import type { StateChange, SubmitOutcome } from './submission.ts'

export type SmsHttpSettings = Partial<Omit<SmsHttpOptions, 'limits'>> & {
  readonly limits?: Partial<SmsHttpOptions['limits']>
}

export interface OpenSmsHttp extends OpenBearer {
  /** Resolves once no report is under way. */
  reported(): Promise<void>
}

const teller = 'sms-http'
const sendsmsPath = '/cgi-bin/sendsms'
const jsonPath = '/v1/messages'

type Parts = Omit<BearerParts, 'host' | 'port'>

/** @throws UsageError `network/cannot-listen` */
export async function openSmsHttp(
  parts: BearerParts,
  settings: SmsHttpSettings = {},
): Promise<OpenSmsHttp> {
  const { gateway, door } = raiseGateway(parts, settings)
  const bearer = await openHttpDoor(door, parts)
  return {
    ...bearer,
    reported: () => gateway.settled(),
    close: async () => {
      await gateway.settled()
      await bearer.close()
    },
  }
}

/** One that listens nowhere: it serves the connections that it is given. */
export function serveSmsHttp(parts: Parts, settings: SmsHttpSettings = {}): ServedDoor {
  return serveHttpDoor(raiseGateway(parts, settings).door)
}

function raiseGateway(
  parts: Parts,
  settings: SmsHttpSettings,
): { readonly gateway: SmsGateway; readonly door: Door } {
  const options = {
    ...smsHttpOptions,
    ...settings,
    limits: { ...smsHttpOptions.limits, ...settings.limits },
  }
  const gateway = new SmsGateway(parts, options)
  const door = {
    teller,
    parts,
    limits: options.limits,
    answer: (asked: Asked) => gateway.answer(asked),
    refuse: (status: 400 | 413 | 429) =>
      status === 429
        ? plain(503, 'Temporal failure, try again later.')
        : plain(status, status === 413 ? 'Request too large, rejected' : 'Bad request'),
    putOff: () => plain(503, 'Temporal failure, try again later.'),
  }
  return { gateway, door }
}

class SmsGateway {
  readonly #parts: Parts
  readonly #options: SmsHttpOptions
  readonly #inFlight = new Set<Promise<void>>()
  #calls = 0

  constructor(parts: Parts, options: SmsHttpOptions) {
    this.#parts = parts
    this.#options = options
  }

  answer(asked: Asked): Reply {
    const [path] = asked.target.split('?', 1)
    if (path === sendsmsPath && (asked.method === 'GET' || asked.method === 'POST')) {
      return this.#sendsms(asked)
    }
    if (path === jsonPath) {
      return asked.method === 'POST'
        ? this.#json(asked)
        : jsonError(405, 'method', 'messages are posted')
    }
    this.#tell('request.refused', asked.peer, `no such path: ${escapeText(asked.target)}`)
    return plain(404, 'Unknown request.')
  }

  /** Resolves once no report is under way. */
  async settled(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight)
  }

  #sendsms(asked: Asked): Reply {
    const reading = readSendsms(asked, this.#context())
    if (reading.kind === 'refused') {
      this.#tell('request.refused', asked.peer, reading.why)
      return reading.reply
    }
    const { draft, report } = reading
    const outcomes = submitDraft(draft, this.#parts.router, (to, change) => {
      const told = this.#told(draft.from.value, to, change)
      if (report !== undefined) this.#call(dlrCall(report, told), told, draft.sender)
    })
    return sendsmsAnswer(outcomes)
  }

  #json(asked: Asked): Reply {
    const reading = readJsonForm(asked, this.#context())
    if (reading.kind === 'refused') {
      this.#tell('request.refused', asked.peer, reading.why)
      return reading.reply
    }
    const { draft, callback } = reading
    return jsonAnswer(
      submitDraft(draft, this.#parts.router, (to, change) => {
        const told = this.#told(draft.from.value, to, change)
        if (callback !== undefined) this.#call(jsonCall(callback, told), told, draft.sender)
      }),
    )
  }

  #context() {
    const { accounts, clock } = this.#parts
    return { accounts, options: this.#options, now: clock.now() }
  }

  #caller(): Caller {
    this.#calls += 1
    const { limits } = this.#options
    return { connection: `${teller}.call.${this.#calls}`, parts: this.#parts, limits }
  }

  #told(from: string, to: string, change: StateChange): Told {
    return { from, to, change, atMs: this.#parts.startsAtMs + change.at }
  }

  #call(call: CallBack | undefined, { change }: Told, sender: string): void {
    if (call === undefined) return
    const flight = callBack(call, this.#caller())
      .then((outcome) => {
        const isTaken = outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300
        const what = outcome.kind === 'answered' ? `HTTP ${outcome.status}` : outcome.cause
        this.#tell(
          isTaken ? 'report.answered' : 'report.failed',
          sender,
          `${change.state} of message ${change.id} to ${escapeText(call.url)}: ${what}`,
        )
      })
      .finally(() => this.#inFlight.delete(flight))
    this.#inFlight.add(flight)
  }

  #tell(what: string, peer: string, detail: string): void {
    const at = this.#parts.clock.now()
    this.#parts.log({ at, teller, what, peer, messageId: undefined, detail })
  }
}

type Refusal = Extract<SubmitOutcome, { kind: 'refused' }>['cause']

const refusals: Readonly<Record<Refusal, Reply>> = {
  'unknown-number': plain(403, 'Not routable. Do not try again.'),
  'store-full': plain(503, 'Temporal failure, try again later.'),
  'phone-queue-full': plain(503, 'Temporal failure, try again later.'),
  'too-long': plain(500, 'Sending failed.'),
}

/** Of several receivers one that is served is enough. */
function sendsmsAnswer(
  outcomes: readonly (readonly [to: string, outcome: SubmitOutcome])[],
): Reply {
  const [first] = outcomes
  const isTaken = outcomes.some(([, { kind }]) => kind === 'accepted')
  if (isTaken || first === undefined || first[1].kind === 'accepted') {
    return plain(202, '0: Accepted for delivery')
  }
  return refusals[first[1].cause]
}
