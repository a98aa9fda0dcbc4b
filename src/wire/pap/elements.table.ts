import { messageStates } from './message.ts'

/** Elements of PAP with what they may have (WAP-247, the document type). */
export interface ElementRule {
  readonly attributes: Readonly<Record<string, AttributeRule>>
  readonly children: readonly string[]
}

export interface AttributeRule {
  readonly required?: true
  readonly form?: 'date' | 'address' | 'code'
  readonly values?: readonly string[]
}

const text: AttributeRule = {}
const required: AttributeRule = { required: true }
const date: AttributeRule = { form: 'date' }
const truth: AttributeRule = { values: ['true', 'false'] }
const code: AttributeRule = { required: true, form: 'code' }
const state: AttributeRule = { required: true, values: messageStates }
const sender = { 'sender-address': text, 'sender-name': text }

export const elementRules: Readonly<Record<string, ElementRule>> = {
  address: { attributes: { 'address-value': { required: true, form: 'address' } }, children: [] },
  'badmessage-response': {
    attributes: { code, desc: text, 'bad-message-fragment': text },
    children: [],
  },
  'cancel-message': { attributes: { 'push-id': required }, children: ['address'] },
  'cancel-response': { attributes: { 'push-id': required }, children: ['cancel-result'] },
  'cancel-result': { attributes: { code, desc: text }, children: ['address'] },
  pap: { attributes: { 'product-name': text }, children: [] },
  'progress-note': { attributes: { stage: required, note: text, time: date }, children: [] },
  'push-message': {
    attributes: {
      'push-id': required,
      'deliver-before-timestamp': date,
      'deliver-after-timestamp': date,
      'source-reference': text,
      'progress-notes-requested': truth,
      'ppg-notify-requested-to': text,
      'replace-push-id': text,
      'replace-method': { values: ['pending-only', 'all'] },
    },
    children: ['address', 'quality-of-service'],
  },
  'push-response': {
    attributes: { 'push-id': required, ...sender, 'reply-time': date },
    children: ['progress-note', 'response-result'],
  },
  'quality-of-service': {
    attributes: {
      priority: { values: ['high', 'medium', 'low'] },
      'delivery-method': {
        values: ['confirmed', 'preferconfirmed', 'unconfirmed', 'notspecified'],
      },
      network: text,
      'network-required': truth,
      bearer: text,
      'bearer-required': truth,
    },
    children: [],
  },
  'response-result': { attributes: { code, desc: text }, children: [] },
  'resultnotification-message': {
    attributes: {
      'push-id': required,
      ...sender,
      'received-time': date,
      'event-time': date,
      'message-state': state,
      code,
      desc: text,
    },
    children: ['address', 'quality-of-service'],
  },
  'resultnotification-response': {
    attributes: { 'push-id': required, code, desc: text },
    children: ['address'],
  },
  'statusquery-message': { attributes: { 'push-id': required }, children: ['address'] },
  'statusquery-response': { attributes: { 'push-id': required }, children: ['statusquery-result'] },
  'statusquery-result': {
    attributes: { 'event-time': date, 'message-state': state, code, desc: text },
    children: ['address', 'quality-of-service'],
  },
}
