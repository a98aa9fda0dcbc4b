/** Traces of what a server says to an SMSC or a gateway, and what it is told: literal, a turn a second unless told otherwise. */
import { formatPapSubmission } from '../../src/wire/pap/submission.ts'
import type { PapMessage, PushMessage } from '../../src/wire/pap/message.ts'
import { formatPapMessage } from '../../src/wire/pap/write-message.ts'
import { encodePdu } from '../../src/wire/smpp/pdu-writer.ts'
import type { Pdu, PduBody } from '../../src/wire/smpp/pdu.ts'
import type { SketchedFact } from './trace-builder.ts'

interface Turn {
  readonly at?: number
  readonly session?: string
}

function exchanged(
  bearer: string,
  direction: 'to-network' | 'from-network',
  octets: Uint8Array,
  { at, session = `${bearer}.1` }: Turn,
): SketchedFact {
  const fact = { type: 'bearer.exchanged', bearer, session, direction, octets } as const
  return at === undefined ? fact : { ...fact, at }
}

type Head = Partial<Pick<Pdu, 'sequence' | 'status' | 'tlvs'>>

const pduOf = (body: PduBody, head: Head): Uint8Array =>
  encodePdu({ ...body, sequence: 1, status: 0, tlvs: [], ...head })

/** The server says it. */
export const says = (body: PduBody, head: Head = {}, turn: Turn = {}) =>
  exchanged('smsc', 'to-network', pduOf(body, head), turn)

/** The SMSC says it. */
export const hears = (body: PduBody, head: Head = {}, turn: Turn = {}) =>
  exchanged('smsc', 'from-network', pduOf(body, head), turn)

export const bind = (interfaceVersion = 0x34): PduBody => ({
  command: 'bind_transceiver',
  systemId: 'a',
  password: 'b',
  systemType: '',
  interfaceVersion,
  addressRange: { ton: 0, npi: 0, value: '' },
})
export const bound: PduBody = { command: 'bind_transceiver_resp', systemId: 'smsc' }
export const taken: PduBody = { command: 'submit_sm_resp', messageId: '1' }
export const notTaken: PduBody = { command: 'submit_sm_resp', messageId: undefined }

export const message = (
  text: string,
  changes: { esmClass?: number; registeredDelivery?: number } = {},
) =>
  ({
    command: 'submit_sm',
    serviceType: '',
    source: { ton: 0, npi: 1, value: '16400' },
    destination: { ton: 1, npi: 1, value: '358401234567' },
    esmClass: 0,
    protocolId: 0,
    priority: 0,
    scheduleTime: '',
    validity: '',
    registeredDelivery: 1,
    replaceIfPresent: 0,
    dataCoding: 4,
    defaultMessageId: 0,
    shortMessage: new TextEncoder().encode(text),
    ...changes,
  }) as const satisfies PduBody

/** Nothing more happens until then. */
export const until = (at: number): SketchedFact => ({ type: 'coverage.changed', covered: true, at })

export const pushStep: SketchedFact = { type: 'step.started', step: 0, verb: 'push' }

const http = (line: string, contentType: string, body: Uint8Array | string) => {
  const octets = Buffer.from(body)
  const head = `${line}\r\nContent-Type: ${contentType}\r\nContent-Length: ${octets.length}\r\n\r\n`
  return new Uint8Array(Buffer.concat([Buffer.from(head), octets]))
}

export interface PostSketch extends Turn {
  readonly message?: Partial<PushMessage>
  readonly text?: string
  /** What is changed of the body, and of its type, before it is sent. */
  readonly change?: (body: string) => string
  readonly contentType?: string
}

/** The server posts a push. */
export function posts(sketch: PostSketch = {}): SketchedFact {
  const push: PushMessage = {
    kind: 'push-message',
    pushId: '1@ota.test',
    addresses: ['WAPPUSH=+358401234567/TYPE=PLMN@ppg.test'],
    ...sketch.message,
  }
  const text = sketch.text ?? 'Play'
  const content = {
    headers: [['Content-Type', 'text/vnd.wap.si']],
    body: new TextEncoder().encode(
      `<si><indication href="http://ota.test/">${text}</indication></si>`,
    ),
  } as const
  const { contentType, body } = formatPapSubmission(push, content, { boundary: 'b' })
  const { change = (whole: string) => whole } = sketch
  const changed = change(Buffer.from(body).toString('latin1'))
  const octets = http('POST /wappush HTTP/1.1', sketch.contentType ?? contentType, changed)
  return exchanged('ppg', 'to-network', octets, sketch)
}

/** The gateway answers. */
export function answered(
  code: number,
  turn: Turn & { readonly status?: number } = {},
): SketchedFact {
  const result = { code, description: '' }
  const body = formatPapMessage({ kind: 'push-response', pushId: '1@ota.test', result })
  const line = `HTTP/1.1 ${turn.status ?? 202} Answer`
  return exchanged('ppg', 'from-network', http(line, 'application/xml', body), turn)
}

const call = { session: 'ppg.call.1' }

/** The gateway tells how it ended, and the server answers. */
export const notified = (): SketchedFact =>
  exchanged(
    'ppg',
    'from-network',
    http(
      'POST /push-result HTTP/1.1',
      'application/xml',
      formatPapMessage({
        kind: 'resultnotification-message',
        pushId: '1@ota.test',
        address: 'WAPPUSH=+358401234567/TYPE=PLMN@ppg.test',
        messageState: 'delivered',
        result: { code: 1000 },
      }),
    ),
    call,
  )

export const notificationAnswered = (status: number, body?: PapMessage): SketchedFact =>
  exchanged(
    'ppg',
    'to-network',
    http(
      `HTTP/1.1 ${status} Answer`,
      'application/xml',
      body === undefined ? '' : formatPapMessage(body),
    ),
    call,
  )
