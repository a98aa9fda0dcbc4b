import { WireError } from '../../errors.ts'
import { attributeOf, childrenNamed, parseMarkup } from '../markup.ts'
import type { ReadElement } from '../markup.ts'
import { parseDate } from '../wbxml/date.ts'
import { parsePapAddress } from './address.ts'
import { elementRules } from './elements.table.ts'
import type { AttributeRule } from './elements.table.ts'
import { papDocumentTypes } from './message.ts'
import type { PapDeviation, PapMessage, PapVersion, QualityOfService, Result } from './message.ts'
import { papStatusCodes } from './status-codes.table.ts'

export interface ReadPapMessage {
  readonly message: PapMessage
  /** As the document type says it; none where it does not. */
  readonly version: string | undefined
  readonly deviations: readonly PapDeviation[]
}

/**
 * Reads a control entity.
 *
 * @throws WireError `wire/markup-…` for what is no XML, `wire/pap-message` for what is no message of PAP that a gateway or
 * an initiator acts on
 */
export function readPapMessage(octets: Uint8Array, charset?: string): ReadPapMessage {
  const { root, documentType } = parseMarkup(octets, charset)
  const elements = root.content.filter((node) => typeof node !== 'string')
  const [element] = elements
  if (root.name !== 'pap' || element === undefined) {
    throw unreadable(root, root.name === 'pap' ? 'pap without a message' : `root ${root.name}`)
  }
  const deviations: PapDeviation[] = []
  const version = versionOf(documentType)
  if (version !== undefined && !isVersion(version)) {
    deviations.push({ rule: 'version', offset: 0, found: version })
  }
  checkElement(root, deviations)
  for (const other of elements.slice(1)) {
    deviations.push({ rule: 'unexpected-element', offset: other.offset, found: other.name })
  }
  checkTree(element, deviations)
  return { message: toMessage(element, deviations), version, deviations }
}

export function isVersion(text: string): text is PapVersion {
  return text in papDocumentTypes
}

/** Kannel's test client leaves the version out of the public identifier and has it in the other. */
function versionOf(documentType: string | undefined): string | undefined {
  return /PAP (\d\.\d)|pap_(\d\.\d)\.dtd/
    .exec(documentType ?? '')
    ?.slice(1)
    .find(Boolean)
}

/** A document has at most as many levels as are read of it. */
function checkTree(element: ReadElement, deviations: PapDeviation[]): void {
  checkElement(element, deviations)
  const { children } = elementRules[element.name] ?? {}
  for (const node of element.content) {
    if (typeof node === 'string') continue
    if (children?.includes(node.name) === true) checkTree(node, deviations)
    else {
      const found = `${node.name} in ${element.name}`
      deviations.push({ rule: 'unexpected-element', offset: node.offset, found })
    }
  }
}

function checkElement(element: ReadElement, deviations: PapDeviation[]): void {
  const rules: Readonly<Record<string, AttributeRule>> =
    elementRules[element.name]?.attributes ?? {}
  for (const { name, value, offset } of element.attributes) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    const found = `${name}="${value.slice(0, 100)}"`
    if (rule === undefined) deviations.push({ rule: 'unexpected-attribute', offset, found })
    else checkValue(rule, { value, offset, found }, deviations)
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.required !== true || attributeOf(element, name) !== undefined) continue
    const found = `${element.name} without ${name}`
    deviations.push({ rule: 'missing-attribute', offset: element.offset, found })
  }
}

function checkValue(
  rule: AttributeRule,
  {
    value,
    offset,
    found,
  }: { readonly value: string; readonly offset: number; readonly found: string },
  deviations: PapDeviation[],
): void {
  const known: readonly number[] = papStatusCodes.map(({ code }) => code)
  if (rule.form === 'date' && parseDate(value) === undefined) {
    deviations.push({ rule: 'date-form', offset, found })
  }
  if (rule.form === 'address' && parsePapAddress(value) === undefined) {
    deviations.push({ rule: 'address-form', offset, found })
  }
  if (rule.form === 'code' && !known.includes(Number(value))) {
    deviations.push({ rule: 'unknown-code', offset, found })
  }
  if (rule.values !== undefined && !rule.values.includes(value)) {
    deviations.push({ rule: 'unknown-value', offset, found })
  }
}

function toMessage(element: ReadElement, deviations: PapDeviation[]): PapMessage {
  const { name } = element
  const value = (attribute: string) => attributeOf(element, attribute)
  const pushId = value('push-id') ?? ''
  const addresses = addressesOf(element)
  const [address] = addresses
  const result = resultOf(element)
  switch (name) {
    case 'push-message':
      checkPush(element, deviations)
      return {
        kind: name,
        pushId,
        addresses,
        deliverBefore: value('deliver-before-timestamp'),
        deliverAfter: value('deliver-after-timestamp'),
        sourceReference: value('source-reference'),
        progressNotesRequested: truth(value('progress-notes-requested')),
        notifyTo: value('ppg-notify-requested-to'),
        replacePushId: value('replace-push-id'),
        replaceMethod: value('replace-method'),
        quality: qualityOf(element),
      }
    case 'push-response':
      return {
        kind: name,
        pushId,
        senderAddress: value('sender-address'),
        senderName: value('sender-name'),
        replyTime: value('reply-time'),
        result: resultOf(childrenNamed(element, 'response-result')[0]),
      }
    case 'cancel-message':
    case 'statusquery-message':
      return { kind: name, pushId, addresses }
    case 'cancel-response':
      return { kind: name, pushId, results: resultsOf(element, 'cancel-result') }
    case 'statusquery-response':
      return { kind: name, pushId, results: statesOf(element) }
    case 'resultnotification-message':
      return {
        kind: name,
        pushId,
        address: address ?? '',
        senderAddress: value('sender-address'),
        senderName: value('sender-name'),
        receivedTime: value('received-time'),
        eventTime: value('event-time'),
        messageState: value('message-state') ?? '',
        result,
      }
    case 'resultnotification-response':
      return { kind: name, pushId, address, result }
    case 'badmessage-response':
      return { kind: name, result, fragment: value('bad-message-fragment') }
    default:
      throw unreadable(element, `message ${name}`)
  }
}

function checkPush(element: ReadElement, deviations: PapDeviation[]): void {
  if (addressesOf(element).length === 0) {
    const found = 'push-message without address'
    deviations.push({ rule: 'missing-address', offset: element.offset, found })
  }
  const before = parseDate(attributeOf(element, 'deliver-before-timestamp') ?? '')
  const after = parseDate(attributeOf(element, 'deliver-after-timestamp') ?? '')
  if (before !== undefined && after !== undefined && before <= after) {
    const found = 'deliver-before-timestamp is not after deliver-after-timestamp'
    deviations.push({ rule: 'dates-crossed', offset: element.offset, found })
  }
}

function addressesOf(element: ReadElement): readonly string[] {
  return childrenNamed(element, 'address').map(
    (address) => attributeOf(address, 'address-value') ?? '',
  )
}

/** Code 0 stands for none, which is named as a deviation. */
function resultOf(element: ReadElement | undefined): Result {
  const code = element === undefined ? undefined : attributeOf(element, 'code')
  const description = element === undefined ? undefined : attributeOf(element, 'desc')
  return { code: /^\d{4}$/.test(code ?? '') ? Number(code) : 0, description }
}

function resultsOf(
  element: ReadElement,
  name: string,
): readonly (Result & { readonly addresses: readonly string[] })[] {
  return childrenNamed(element, name).map((one) => ({
    ...resultOf(one),
    addresses: addressesOf(one),
  }))
}

function statesOf(element: ReadElement) {
  return childrenNamed(element, 'statusquery-result').map((one) => ({
    ...resultOf(one),
    addresses: addressesOf(one),
    eventTime: attributeOf(one, 'event-time'),
    messageState: attributeOf(one, 'message-state') ?? '',
  }))
}

function qualityOf(element: ReadElement): QualityOfService | undefined {
  const [quality] = childrenNamed(element, 'quality-of-service')
  if (quality === undefined) return undefined
  return {
    priority: attributeOf(quality, 'priority'),
    deliveryMethod: attributeOf(quality, 'delivery-method'),
    network: attributeOf(quality, 'network'),
    networkRequired: truth(attributeOf(quality, 'network-required')),
    bearer: attributeOf(quality, 'bearer'),
    bearerRequired: truth(attributeOf(quality, 'bearer-required')),
  }
}

function truth(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true'
}

function unreadable({ offset }: ReadElement, what: string): WireError {
  return new WireError('wire/pap-message', `Unexpected ${what}, expected a message of PAP`, offset)
}
