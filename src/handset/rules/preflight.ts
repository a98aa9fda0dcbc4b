/**
 * What a phone makes of a descriptor before the package is fetched (OTA2 Discovery steps 2 to 4, PKG21 descriptor). The
 * first problem found decides; a notify URL that could be read survives it.
 */
import type { Subject } from '../../trace/suite-events.ts'
import { attributeValue } from '../../wire/attributes.ts'
import type { Attribute } from '../../wire/attributes.ts'
import { jadBytesMax, parseJad } from '../../wire/jad.ts'
import type { Descriptor } from '../../wire/jad.ts'
import type {
  Behaviour,
  InstallPlan,
  PreflightAnswer,
  PreflightQuestion,
  Refusal,
} from '../behaviour.ts'
import { examineInOrder } from './examination.ts'
import type { Examination } from './examination.ts'

/** What is known of a descriptor while it is examined. */
export interface DescriptorDraft extends PreflightQuestion {
  readonly descriptor: Descriptor
  readonly attributes: readonly Attribute[]
  /** What MIDlet-Jar-URL means; none where it is missing or means nothing. */
  readonly packageUrl: string | undefined
}

export type DescriptorExamination = Examination<DescriptorDraft>

export function examineDescriptor(
  question: PreflightQuestion,
  behaviour: Pick<Behaviour, 'jadTolerance' | 'descriptorOrder' | 'resolvePackageUrl'>,
): PreflightAnswer {
  const bytes = question.octets.length
  if (bytes > jadBytesMax) {
    return refuse(invalidDescriptor(`${bytes} octets, at most ${jadBytesMax} are read`), undefined)
  }
  const descriptor = parseJad(question.octets, {
    tolerance: behaviour.jadTolerance,
    ...(question.charset === undefined ? {} : { charset: question.charset }),
  })
  const { attributes } = descriptor
  const packageUrl = behaviour.resolvePackageUrl({
    reference: attributeValue(attributes, 'MIDlet-Jar-URL') ?? '',
    descriptorUrl: question.url,
    linkUrl: question.linkUrl,
  })
  const { draft, refusal } = examineInOrder<DescriptorDraft>(
    { ...question, descriptor, attributes, packageUrl },
    behaviour.descriptorOrder,
  )
  if (refusal !== undefined) return refuse(refusal, valueIn(draft, 'MIDlet-Install-Notify'))
  return { kind: 'proceed', plan: makePlan(draft) }
}

function refuse(refusal: Refusal, installNotify: string | undefined): PreflightAnswer {
  return { kind: 'refuse', refusal, installNotify }
}

export function invalidDescriptor(reason: string): Refusal {
  return { code: 906, reason }
}

export function valueIn({ attributes }: DescriptorDraft, name: string): string | undefined {
  return attributeValue(attributes, name)
}

/** Value of an attribute that an earlier examination has found present. */
export function mandatoryIn(draft: DescriptorDraft, name: string): string {
  return valueIn(draft, name) ?? ''
}

export function subjectIn(draft: DescriptorDraft): Subject {
  return {
    vendor: mandatoryIn(draft, 'MIDlet-Vendor'),
    name: mandatoryIn(draft, 'MIDlet-Name'),
    version: mandatoryIn(draft, 'MIDlet-Version'),
  }
}

function makePlan(draft: DescriptorDraft): InstallPlan {
  const { packageUrl } = draft
  if (packageUrl === undefined) throw new TypeError('the order has no look at MIDlet-Jar-URL')
  return {
    subject: subjectIn(draft),
    descriptorUrl: draft.url,
    packageUrl,
    jarBytes: Number(mandatoryIn(draft, 'MIDlet-Jar-Size')),
    attributes: draft.attributes,
    installNotify: valueIn(draft, 'MIDlet-Install-Notify'),
    deleteNotify: valueIn(draft, 'MIDlet-Delete-Notify'),
    deleteConfirm: valueIn(draft, 'MIDlet-Delete-Confirm'),
  }
}
