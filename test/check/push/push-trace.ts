/** Traces of what a target hands in over SMPP: each message as its PDU, and as the network took it on. */
import type { Check } from '../../../src/check/check.ts'
import type { CaseFacts } from '../../../src/trace/events.ts'
import { composePush } from '../../../src/wire/push/compose-push.ts'
import type { ComposedMessage, PushDraft } from '../../../src/wire/push/compose-push.ts'
import type { ServiceIndication } from '../../../src/wire/push/service-indication.ts'
import { encodePdu } from '../../../src/wire/smpp/pdu-writer.ts'
import type { Pdu } from '../../../src/wire/smpp/pdu.ts'
import { readDataCoding } from '../../../src/wire/sms/data-coding.ts'
import { splitUserData } from '../../../src/wire/sms/segments.ts'
import { encodeUdh } from '../../../src/wire/sms/udh.ts'
import { decodePush, encodePush } from '../../../src/wire/wsp/push-pdu.ts'
import type { WspPush } from '../../../src/wire/wsp/push-pdu.ts'
import { caseFacts, findings, traceOf } from '../trace-builder.ts'
import type { SketchedFact } from '../trace-builder.ts'

export const href = 'http://ota.test/demo.jad'

type Submit = Extract<Pdu, { command: 'submit_sm' }>

export interface Handing {
  /** Of the PDU, where it is not what the message makes it. */
  readonly pdu?: Partial<Submit>
  readonly from?: string
}

type Indication = Extract<PushDraft, { kind: 'si' }>

export function si(indication: Partial<ServiceIndication> = {}): Indication {
  return { kind: 'si', indication: { href, text: 'Install', info: [], ...indication } }
}

/** An indication whose parts are as they are given and no others. */
export function bareSi(indication: Omit<ServiceIndication, 'info'>): PushDraft {
  return { kind: 'si', indication: { info: [], ...indication } }
}

/** Cut into segments where it must be. */
export function pushed(draft: PushDraft, reference = 7): readonly SketchedFact[] {
  return segmentsOf(composePush(draft), reference).flatMap((segment) => handed(segment))
}

export function segmentsOf(message: ComposedMessage, reference = 7): readonly ComposedMessage[] {
  const { dataCoding, elements, octets } = message
  const { alphabet } = readDataCoding(dataCoding)
  return splitUserData({ alphabet, elements, octets }, { referenceBits: 8, reference }).map(
    (segment) => ({ ...segment, dataCoding }),
  )
}

/** With other content type, headers or body. */
export function wsp(change: (push: WspPush) => Partial<WspPush>): readonly SketchedFact[] {
  const message = composePush(si())
  const push = decodePush(message.octets)
  return handed({ ...message, octets: encodePush({ ...push, ...change(push) }) })
}

export function handed(message: ComposedMessage, handing: Handing = {}): readonly SketchedFact[] {
  const { dataCoding, elements, octets } = message
  const { from = '16400' } = handing
  const udh = elements.length === 0 ? new Uint8Array() : encodeUdh(elements)
  const submit: Submit = {
    command: 'submit_sm',
    sequence: 2,
    status: 0,
    tlvs: [],
    serviceType: '',
    source: { ton: 0, npi: 1, value: from },
    destination: { ton: 1, npi: 1, value: '358401234567' },
    esmClass: udh.length === 0 ? 0 : 0x40,
    protocolId: 0,
    priority: 0,
    scheduleTime: '',
    validity: '',
    registeredDelivery: 1,
    replaceIfPresent: 0,
    dataCoding,
    defaultMessageId: 0,
    shortMessage: Uint8Array.from([...udh, ...octets]),
    ...handing.pdu,
  }
  return [
    {
      type: 'bearer.exchanged',
      bearer: 'smsc',
      session: 'smsc.1',
      direction: 'to-network',
      octets: encodePdu(submit),
    },
    {
      type: 'message.accepted',
      message: 'm1',
      bearer: 'smsc',
      sender: 'reference',
      from,
      to: '+358401234567',
      carrier: 'sms',
      dataCoding,
      udh,
      octets,
    },
  ]
}

/** What a check says, in the words of a report. The case begins at 2006-01-02T12:00:00Z. */
export function toldOf(
  check: Check,
  facts: readonly SketchedFact[],
  about: Partial<CaseFacts> = {},
): readonly string[] {
  return findings(check, traceOf(facts, about)).map(
    ({ verdict, reason }) => `${verdict}: ${reason}`,
  )
}

/** On a phone of another platform. */
export function onPlatform(platform: string): Partial<CaseFacts> {
  return { profile: { ...caseFacts().profile, platform } }
}

/** The scenario wrote these parts of what comes next. */
export function scripted(...what: readonly string[]): readonly SketchedFact[] {
  return [
    { type: 'step.started', step: 0, verb: 'push' },
    { type: 'push.scripted', what },
  ]
}

/** The target was asked to push. */
export function ordered(what: string): Extract<SketchedFact, { type: 'push.ordered' }> {
  return { type: 'push.ordered', what, to: '+358401234567' }
}
