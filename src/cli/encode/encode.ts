import { didYouMean } from '../../did-you-mean.ts'
import { UsageError, WireError } from '../../errors.ts'
import { parseMarkup } from '../../wire/markup.ts'
import type { MarkupElement } from '../../wire/markup.ts'
import { wrapPush } from '../../wire/push/compose-push.ts'
import { contentForms, encodeContent, formatContent } from '../../wire/push/push-content.ts'
import type { PushContentKind } from '../../wire/push/push-content.ts'
import { siActions, writeServiceIndication } from '../../wire/push/service-indication.ts'
import { slActions, writeServiceLoading } from '../../wire/push/service-loading.ts'
import { splitUserData } from '../../wire/sms/segments.ts'
import { encodeUdh } from '../../wire/sms/udh.ts'
import type { EncodedKind, EncodeOptions } from './encode-options.ts'

export interface Encoded {
  /** One, or as many as there are segments. */
  readonly messages: readonly Uint8Array[]
  readonly isText: boolean
}

const reference = { referenceBits: 8, reference: 1 } as const

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

function carry(body: Uint8Array, contentType: string, { application, as }: EncodeOptions): Encoded {
  const push = wrapPush(body, { contentType, application })
  if (as !== 'sms') return { messages: [push.octets], isText: false }
  const { elements, octets } = push
  const segments = splitUserData({ alphabet: 'octets', elements, octets }, reference)
  const messages = segments.map((segment) =>
    Uint8Array.from([...encodeUdh(segment.elements), ...segment.octets]),
  )
  return { messages, isText: false }
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
  if (kind === 'sl') {
    checkOptions(options, { kind, isNamed: href !== undefined, actions: slActions })
    return writeServiceLoading({ ...link, ...doing })
  }
  if (kind === 'si') {
    const isNamed = href !== undefined || siId !== undefined
    checkOptions(options, { kind, isNamed, actions: siActions })
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

/** What phones throw away is written from a file alone: there nobody has mistyped an option. */
function checkOptions(
  { action }: EncodeOptions,
  document: {
    readonly kind: 'si' | 'sl'
    readonly isNamed: boolean
    readonly actions: readonly string[]
  },
): void {
  const { kind, isNamed, actions } = document
  if (!isNamed) {
    throw new UsageError('encode/incomplete', `an ${kind.toUpperCase()} needs a link`, {
      hint: `Say ota encode ${kind} --href URL${kind === 'si' ? ' --text TEXT' : ''}, or give it as XML in a file.`,
    })
  }
  if (action === undefined || actions.includes(action)) return
  throw new UsageError('encode/action', `an ${kind.toUpperCase()} has no action "${action}"`, {
    hint: didYouMean(action, actions) ?? `It may be ${actions.join(', ')}.`,
  })
}
