/** From the content that an initiator posts to the octets that a phone gets (WAP-249, PPG service). */
import { WireError } from '../../errors.ts'
import { charsetNamed } from '../../wire/charset.ts'
import { parseMarkup } from '../../wire/markup.ts'
import { mediaTypeParameter } from '../../wire/media-types.ts'
import type { MediaType } from '../../wire/media-types.ts'
import type { PapContent } from '../../wire/pap/submission.ts'
import { contentForms, encodeContent } from '../../wire/push/push-content.ts'
import { contentTypeNamed } from '../../wire/wsp/content-type.ts'
import type { WspParameter } from '../../wire/wsp/content-type.ts'
import { field } from '../../wire/wsp/headers.ts'
import type { WspField } from '../../wire/wsp/headers.ts'
import { knownParameters } from '../../wire/wsp/parameters.table.ts'
import { applicationNamed } from '../../wire/wsp/push-headers.ts'
import { encodePush } from '../../wire/wsp/push-pdu.ts'
import { integerValue } from '../../wire/wsp/values.ts'
import type { WspValue } from '../../wire/wsp/values.ts'

/**
 * SI, SL, CO and provisioning documents in text become tokens, their links as they are; everything else passes through. Of the
 * headers only those that a push has go on: those of the request stay here.
 *
 * @throws WireError for a document that cannot be transformed, or a header that cannot be written
 */
export function transformContent(content: PapContent, transactionId: number): Uint8Array {
  const { mediaType, headers, body } = content
  const form = contentForms.find(({ text }) => text === mediaType.essence)
  const charset = mediaTypeParameter(mediaType, 'charset')
  const octets =
    form === undefined
      ? body
      : encodeContent(form.kind, rootOf(body, charset, form.vocabulary.root))
  const parameters = form === undefined ? parametersOf(mediaType) : [utf8]
  return encodePush({
    transactionId,
    confirmed: false,
    contentType: contentTypeNamed(form?.binary ?? mediaType.essence, parameters),
    headers: [...pushFields(headers), field('Content-Length', integerValue(octets.length))],
    body: octets,
  })
}

const charsetCode = 0x01
const utf8Mib = 106
const utf8: WspParameter = {
  name: { kind: 'code', code: charsetCode },
  value: integerValue(utf8Mib),
}

function rootOf(body: Uint8Array, charset: string | undefined, expected: string) {
  const { root } = parseMarkup(body, charset)
  if (root.name === expected) return root
  throw new WireError(
    'ppg/wrong-document',
    `Unexpected element ${root.name}, expected ${expected}`,
    root.offset,
  )
}

const decimal = /^\d{1,5}$/

function parametersOf({ parameters }: MediaType): readonly WspParameter[] {
  return parameters.map(([name, value]) => {
    const code = knownParameters.find((row) => row.name === name)?.code
    const known = code === undefined ? ({ kind: 'text', text: name } as const) : undefined
    return { name: known ?? { kind: 'code', code: code ?? 0 }, value: parameterValue(name, value) }
  })
}

function parameterValue(name: string, value: string): WspValue {
  const charset = name === 'charset' ? charsetNamed(value) : undefined
  if (charset !== undefined) return integerValue(charset.mib)
  return name === 'sec' && decimal.test(value)
    ? integerValue(Number(value))
    : { kind: 'text', text: value }
}

const passedAsText = ['X-Wap-Content-URI', 'X-Wap-Initiator-URI'] as const

function pushFields(headers: PapContent['headers']): readonly WspField[] {
  const fields: WspField[] = []
  for (const [name, value] of headers) {
    const lower = name.toLowerCase()
    if (lower === 'x-wap-application-id') {
      fields.push(field('X-Wap-Application-Id', applicationValue(value)))
    }
    const passed = passedAsText.find((known) => known.toLowerCase() === lower)
    if (passed !== undefined) fields.push(field(passed, { kind: 'text', text: value }))
  }
  return fields
}

/** A number where there is one: some phones do not read URIs. */
function applicationValue(text: string): WspValue {
  const id = decimal.test(text) ? Number(text) : applicationNamed(text)
  return id === undefined ? { kind: 'text', text } : integerValue(id)
}
