/** What a push carries, in WBXML and in text alike. */
import type { Annotate } from '../annotate.ts'
import { formatMarkup, parseMarkup } from '../markup.ts'
import type { MarkupElement, ReadElement } from '../markup.ts'
import { coVocabulary } from '../wbxml/co.table.ts'
import { cpVocabulary } from '../wbxml/cp.table.ts'
import { decodeWbxml } from '../wbxml/decode.ts'
import type { WbxmlDeviation } from '../wbxml/deviation.ts'
import { encodeWbxml } from '../wbxml/encode.ts'
import type { WbxmlForm } from '../wbxml/encode.ts'
import { siVocabulary } from '../wbxml/si.table.ts'
import { slVocabulary } from '../wbxml/sl.table.ts'
import type { WbxmlVocabulary } from '../wbxml/vocabulary.ts'
import { readCacheOperation } from './cache-operation.ts'
import type { CacheOperation } from './cache-operation.ts'
import type { ContentDeviation } from './content-deviation.ts'
import { readProvisioning } from './provisioning.ts'
import type { Provisioning } from './provisioning.ts'
import { readServiceIndication } from './service-indication.ts'
import type { ServiceIndication } from './service-indication.ts'
import { readServiceLoading } from './service-loading.ts'
import type { ServiceLoading } from './service-loading.ts'

export type PushContent =
  | { readonly kind: 'si'; readonly indication: ServiceIndication }
  | { readonly kind: 'sl'; readonly loading: ServiceLoading }
  | { readonly kind: 'co'; readonly operation: CacheOperation }
  | { readonly kind: 'cp'; readonly provisioning: Provisioning }

export type PushContentKind = PushContent['kind']

export interface ReadPushContent {
  readonly content: PushContent
  /** The tokens themselves, then what they say. */
  readonly deviations: readonly (WbxmlDeviation | ContentDeviation)[]
}

interface ContentForm {
  readonly kind: PushContentKind
  readonly vocabulary: WbxmlVocabulary
  readonly text: string
  readonly binary: string
}

/** The two media types of each kind. */
export const contentForms = [
  {
    kind: 'si',
    vocabulary: siVocabulary,
    text: 'text/vnd.wap.si',
    binary: 'application/vnd.wap.sic',
  },
  {
    kind: 'sl',
    vocabulary: slVocabulary,
    text: 'text/vnd.wap.sl',
    binary: 'application/vnd.wap.slc',
  },
  {
    kind: 'co',
    vocabulary: coVocabulary,
    text: 'text/vnd.wap.co',
    binary: 'application/vnd.wap.coc',
  },
  {
    kind: 'cp',
    vocabulary: cpVocabulary,
    text: 'text/vnd.wap.connectivity-xml',
    binary: 'application/vnd.wap.connectivity-wbxml',
  },
] as const satisfies readonly ContentForm[]

export interface BodyForm {
  readonly mediaType: string
  /** The `charset` parameter, for text. */
  readonly charset?: string | undefined
  readonly annotate?: Annotate
}

/**
 * Reads the body of a push by its media type; none for a type that is not SI, SL, CO or provisioning.
 *
 * @throws WireError where the body is not readable at all
 */
export function readPushContent(
  octets: Uint8Array,
  { mediaType, charset, annotate }: BodyForm,
): ReadPushContent | undefined {
  const form = contentForms.find(({ text, binary }) => text === mediaType || binary === mediaType)
  if (form === undefined) return undefined
  if (form.text === mediaType) return readRoot(form.kind, parseMarkup(octets, charset).root, [])
  const expected = form.vocabulary
  const document = decodeWbxml(
    octets,
    annotate === undefined ? { expected } : { expected, annotate },
  )
  return readRoot(form.kind, document.root, document.deviations)
}

function readRoot(
  kind: PushContentKind,
  root: ReadElement,
  before: readonly WbxmlDeviation[],
): ReadPushContent {
  switch (kind) {
    case 'si': {
      const { indication, deviations } = readServiceIndication(root)
      return { content: { kind, indication }, deviations: [...before, ...deviations] }
    }
    case 'sl': {
      const { loading, deviations } = readServiceLoading(root)
      return { content: { kind, loading }, deviations: [...before, ...deviations] }
    }
    case 'co': {
      const { operation, deviations } = readCacheOperation(root)
      return { content: { kind, operation }, deviations: [...before, ...deviations] }
    }
    case 'cp': {
      const { provisioning, deviations } = readProvisioning(root)
      return { content: { kind, provisioning }, deviations: [...before, ...deviations] }
    }
    default:
      return kind satisfies never
  }
}

/** A document of this kind in WBXML. */
export function encodeContent(
  kind: PushContentKind,
  root: MarkupElement,
  form: WbxmlForm = {},
): Uint8Array {
  return encodeWbxml(root, formOf(kind).vocabulary, form)
}

/** A document of this kind as XML. */
export function formatContent(kind: PushContentKind, root: MarkupElement): string {
  return formatMarkup(root, formOf(kind).vocabulary.documentType)
}

function formOf(kind: PushContentKind): ContentForm {
  const [first, ...others] = contentForms
  return others.find((row) => row.kind === kind) ?? first
}
