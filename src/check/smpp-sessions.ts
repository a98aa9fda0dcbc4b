/** What a server and an SMSC said to each other, read anew from the octets of the trace. */
import { WireError } from '../errors.ts'
import type { EventOf } from '../trace/events.ts'
import { decodePdu } from '../wire/smpp/pdu-reader.ts'
import type { Pdu } from '../wire/smpp/pdu.ts'
import { statusCode } from '../wire/smpp/status.table.ts'
import { instantOf } from './conversation-time.ts'
import type { Evidence } from './evidence.ts'

export interface SmppTurn {
  readonly seq: number
  readonly at: number
  readonly session: string
  readonly from: 'server' | 'network'
  readonly pdu: Pdu
}

type SubmitSm = Extract<Pdu, { readonly command: 'submit_sm' }>

/** A message that the server submitted, and the answer, if there was one. */
export interface SmppSubmission extends SmppTurn {
  readonly pdu: SubmitSm
  readonly answer: SmppTurn | undefined
  /** The same for each attempt with the same message. */
  readonly key: string
  /** Pushes that the scenario had asked for by then. */
  readonly asked: number
}

const knownTurns = new WeakMap<Evidence, readonly SmppTurn[]>()
const knownSubmissions = new WeakMap<Evidence, readonly SmppSubmission[]>()

/** In the order in which they were said; what cannot be read is left out. */
export function smppTurns(evidence: Evidence): readonly SmppTurn[] {
  const found = knownTurns.get(evidence) ?? evidence.all('bearer.exchanged').flatMap(readTurn)
  knownTurns.set(evidence, found)
  return found
}

/** By their connections. */
export function smppSessions(evidence: Evidence): readonly (readonly SmppTurn[])[] {
  return [...Map.groupBy(smppTurns(evidence), ({ session }) => session).values()]
}

export function smppSubmissions(evidence: Evidence): readonly SmppSubmission[] {
  const found = knownSubmissions.get(evidence) ?? collectSubmissions(evidence)
  knownSubmissions.set(evidence, found)
  return found
}

function collectSubmissions(evidence: Evidence): readonly SmppSubmission[] {
  const pushes = evidence.all('step.started').filter(({ verb }) => verb === 'push')
  return smppSessions(evidence)
    .flatMap((turns) =>
      turns.flatMap((turn) => {
        const { pdu, seq } = turn
        if (turn.from !== 'server' || pdu.command !== 'submit_sm') return []
        const asked = pushes.filter((step) => step.seq < seq).length
        return [{ ...turn, pdu, answer: answerTo(turn, turns), key: keyOf(pdu), asked }]
      }),
    )
    .toSorted((a, b) => a.seq - b.seq)
}

function readTurn(event: EventOf<'bearer.exchanged'>): readonly SmppTurn[] {
  if (event.bearer !== 'smsc') return []
  const { seq, session, octets, direction } = event
  const at = instantOf(event)
  try {
    const { pdu } = decodePdu(octets)
    return [{ seq, at, session, from: direction === 'to-network' ? 'server' : 'network', pdu }]
  } catch (error) {
    if (error instanceof WireError) return []
    throw error
  }
}

/** The first response of the other side with the sequence number of the request. */
export function answerTo(
  { seq, from, pdu }: SmppTurn,
  turns: readonly SmppTurn[],
): SmppTurn | undefined {
  const command = `${pdu.command}_resp`
  return turns.find(
    (turn) =>
      turn.seq > seq &&
      turn.from !== from &&
      turn.pdu.sequence === pdu.sequence &&
      (turn.pdu.command === command || turn.pdu.command === 'generic_nack'),
  )
}

/** Requests of the server, which have sequence numbers of its own. */
export function isRequest({ pdu }: SmppTurn): boolean {
  return !pdu.command.endsWith('_resp') && pdu.command !== 'generic_nack'
}

function keyOf({
  source,
  destination,
  esmClass,
  dataCoding,
  shortMessage,
  tlvs,
}: SubmitSm): string {
  const octets = [shortMessage, ...tlvs.map((tlv) => tlv.octets)]
  const message = octets.map((part) => Buffer.from(part).toString('hex')).join(' ')
  return `${source.value} ${destination.value} ${esmClass} ${dataCoding} ${message}`
}

const full: ReadonlySet<number> = new Set([
  statusCode('ESME_RTHROTTLED'),
  statusCode('ESME_RMSGQFUL'),
])

/** Answered that it is too much for now. */
export function isPutOff({ answer }: SmppSubmission): boolean {
  return answer !== undefined && full.has(answer.pdu.status)
}

const forGood: ReadonlySet<number> = new Set(
  (
    [
      'ESME_RINVMSGLEN',
      'ESME_RINVSRCADR',
      'ESME_RINVDSTADR',
      'ESME_RINVSERTYP',
      'ESME_RINVESMCLASS',
      'ESME_RINVSRCTON',
      'ESME_RINVSRCNPI',
      'ESME_RINVDSTTON',
      'ESME_RINVDSTNPI',
      'ESME_RINVSCHED',
      'ESME_RINVEXPIRY',
      'ESME_RX_P_APPN',
      'ESME_RINVOPTPARSTREAM',
      'ESME_ROPTPARNOTALLWD',
      'ESME_RINVPARLEN',
    ] as const
  ).map((name) => statusCode(name)),
)

/** Answered that it will never be taken as it is. */
export function isRefusedForGood({ answer }: SmppSubmission): boolean {
  return answer !== undefined && forGood.has(answer.pdu.status)
}

/** The next attempt with the same message, whoever asked for it. */
export function comesAgain(
  submission: SmppSubmission,
  all: readonly SmppSubmission[],
): SmppSubmission | undefined {
  return all.find(({ seq, key }) => seq > submission.seq && key === submission.key)
}

/** The next attempt with the same message that no push of the scenario asked for anew. */
export function nextAttempt(
  submission: SmppSubmission,
  all: readonly SmppSubmission[],
): SmppSubmission | undefined {
  return all.find(
    ({ seq, key, asked }) =>
      seq > submission.seq && key === submission.key && asked === submission.asked,
  )
}
