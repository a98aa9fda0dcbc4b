export const encodedKinds = ['si', 'sl', 'co', 'cp', 'push'] as const
export type EncodedKind = (typeof encodedKinds)[number]

export const encodedForms = ['wbxml', 'xml', 'wsp', 'sms'] as const
export type EncodedForm = (typeof encodedForms)[number]

export interface EncodeOptions {
  readonly href?: string
  readonly text?: string
  readonly siId?: string
  readonly created?: string
  readonly expires?: string
  readonly action?: string
  readonly type?: string
  readonly application?: string
  readonly as: EncodedForm
  readonly out?: string
}
