import { UsageError, WireError } from '../../errors.ts'
import { parseMarkup } from '../../wire/markup.ts'
import type { MarkupElement } from '../../wire/markup.ts'
import { contentForms, encodeContent, formatContent } from '../../wire/push/push-content.ts'
import type { PushContentKind } from '../../wire/push/push-content.ts'
import { writeServiceIndication } from '../../wire/push/service-indication.ts'
import { writeServiceLoading } from '../../wire/push/service-loading.ts'
import { splitUserData } from '../../wire/sms/segments.ts'
import { encodeUdh } from '../../wire/sms/udh.ts'
import { contentTypeNamed } from '../../wire/wsp/content-type.ts'
import { field } from '../../wire/wsp/headers.ts'
import { applicationNamed } from '../../wire/wsp/push-headers.ts'
import { encodePush } from '../../wire/wsp/push-pdu.ts'
import { integerValue } from '../../wire/wsp/values.ts'
import type { EncodedKind, EncodeOptions } from './encode-options.ts'

export interface Encoded {
  /** One, or as many as there are segments. */
  readonly messages: readonly Uint8Array[]
  readonly isText: boolean
}

/** WDP ports of a push and of the gateway that it customarily comes from. */
const pushPorts = { kind: 'ports', portBits: 16, destination: 2948, source: 9200 } as const
const reference = { referenceBits: 8, reference: 1 } as const
const utf8Mib = 106
const decimal = /^\d{1,5}$/

/** @throws UsageError for what cannot be written, with what to change */
export function encode(
  kind: EncodedKind,
  input: Uint8Array | undefined,
  options: EncodeOptions,
): Encoded {
  try {
    return kind === 'push' ? encodeAny(input, options) : encodeDocument(kind, input, options)
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    throw new UsageError('encode/unwritable', error.message, { cause: error })
  }
}

function encodeDocument(
  kind: PushContentKind,
  input: Uint8Array | undefined,
  options: EncodeOptions,
): Encoded {
  const root = input === undefined ? fromOptions(kind, options) : fromXml(kind, input)
  if (options.as === 'xml') {
    return { messages: [new TextEncoder().encode(formatContent(kind, root))], isText: true }
  }
  const body = encodeContent(kind, root)
  if (options.as === 'wbxml') return { messages: [body], isText: false }
  const mediaType = options.type ?? contentForms.find((row) => row.kind === kind)?.binary ?? ''
  return carry(body, mediaType, options)
}

function encodeAny(input: Uint8Array | undefined, options: EncodeOptions): Encoded {
  if (input === undefined || options.type === undefined) {
    throw new UsageError('encode/incomplete', 'a push needs its content and --type', {
      hint: 'For a link: ota encode si --href URL --text TEXT --as wsp',
    })
  }
  return carry(input, options.type, options)
}

/** A phone that does not see the character set may show nothing, so it is always there. */
function carry(body: Uint8Array, mediaType: string, { application, as }: EncodeOptions): Encoded {
  const charset = { name: { kind: 'code', code: 1 }, value: integerValue(utf8Mib) } as const
  const push = encodePush({
    transactionId: 1,
    confirmed: false,
    contentType: contentTypeNamed(mediaType, [charset]),
    headers: application === undefined ? [] : [applicationField(application)],
    body,
  })
  if (as !== 'sms') return { messages: [push], isText: false }
  const segments = splitUserData(
    { alphabet: 'octets', elements: [pushPorts], octets: push },
    reference,
  )
  const messages = segments.map(({ elements, octets }) =>
    Uint8Array.from([...encodeUdh(elements), ...octets]),
  )
  return { messages, isText: false }
}

function applicationField(application: string) {
  const id = decimal.test(application) ? Number(application) : applicationNamed(application)
  const value = id === undefined ? ({ kind: 'text', text: application } as const) : integerValue(id)
  return field('X-Wap-Application-Id', value)
}

function fromXml(kind: PushContentKind, input: Uint8Array): MarkupElement {
  const { root } = parseMarkup(input)
  const expected = contentForms.find((row) => row.kind === kind)?.vocabulary.root
  if (root.name === expected) return root
  throw new UsageError('encode/wrong-document', `the root is ${root.name}, expected ${expected}`)
}

function fromOptions(kind: PushContentKind, options: EncodeOptions): MarkupElement {
  const { href, action, siId, created, expires, text = '' } = options
  const link = href === undefined ? {} : { href }
  const doing = action === undefined ? {} : { action }
  if (kind === 'sl') return writeServiceLoading({ ...link, ...doing })
  if (kind === 'si') {
    return writeServiceIndication({
      ...link,
      ...doing,
      ...(siId === undefined ? {} : { siId }),
      ...(created === undefined ? {} : { created }),
      ...(expires === undefined ? {} : { expires }),
      text,
      info: [],
    })
  }
  throw new UsageError('encode/incomplete', `a document of kind ${kind} is written from a file`, {
    hint: `Give it as XML: ota encode ${kind} document.xml`,
  })
}
