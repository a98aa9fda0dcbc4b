import { WireError } from '../../errors.ts'
import type { PapMessage } from '../../wire/pap/message.ts'
import { papStatusCodes } from '../../wire/pap/status-codes.table.ts'
import { readPapSubmission } from '../../wire/pap/submission.ts'
import type { PapContent } from '../../wire/pap/submission.ts'
import { mediaTypeParameter } from '../../wire/media-types.ts'
import { readPushContent } from '../../wire/push/push-content.ts'
import { count, labelled } from '../../report/views/layout.ts'
import { excerpt, printable } from '../../report/views/printable.ts'
import type { Decoder } from './decoding.ts'
import { deviationRows } from './octet-notes.ts'
import { pushContentLines } from './push-content-lines.ts'

const textMax = 500
const firstBoundary = /^\s*--([^\r\n]{1,70}?)[ \t]*\r?\n/

/** A control entity, or the parts of a push; the boundary is taken from their first line. */
export const decodePap: Decoder = (octets, { paint, columns }) => {
  const heading = [paint('bold', `PAP message, ${count(octets.length, 'octet')}`), '']
  try {
    const { message, version, content, deviations } = readPapSubmission(typeOf(octets), octets)
    const margin = { indent: 0, labelWidth: 12, columns }
    const facts = factsOf(message).flatMap(([label, text]) =>
      text === undefined ? [] : labelled(label, [excerpt(text, textMax)], margin),
    )
    return {
      sound: deviations.length === 0,
      lines: [
        ...heading,
        ...labelled('Message', [`${message.kind}, version ${version ?? 'not stated'}`], margin),
        ...facts,
        ...(content === undefined ? [] : contentLines(content, columns)),
        '',
        ...deviationRows(deviations),
      ],
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    const refusal = `Refused: ${printable(error.message)} [${error.code}]`
    return { sound: false, lines: [...heading, refusal] }
  }
}

function typeOf(octets: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(octets.subarray(0, 200))
  const [, boundary] = firstBoundary.exec(start) ?? []
  if (boundary === undefined) return 'application/xml'
  const escaped = boundary.replace(/["\\]/g, '\\$&')
  return `multipart/related; boundary="${escaped}"; type="application/xml"`
}

function factsOf(
  message: PapMessage,
): readonly (readonly [label: string, text: string | undefined])[] {
  switch (message.kind) {
    case 'push-message':
      return [
        ['Push id', message.pushId],
        ...message.addresses.map((address) => ['To', address] as const),
        ['After', message.deliverAfter],
        ['Before', message.deliverBefore],
        ['Notify', message.notifyTo],
        ['Replaces', message.replacePushId],
      ]
    case 'push-response':
    case 'resultnotification-response':
      return [
        ['Push id', message.pushId],
        ['Code', codeOf(message.result.code)],
      ]
    case 'cancel-message':
    case 'statusquery-message':
      return [
        ['Push id', message.pushId],
        ...message.addresses.map((address) => ['To', address] as const),
      ]
    case 'cancel-response':
      return message.results.map(({ code }) => ['Code', codeOf(code)] as const)
    case 'statusquery-response':
      return message.results.map(
        ({ code, messageState }) => ['State', `${messageState}, ${codeOf(code)}`] as const,
      )
    case 'resultnotification-message':
      return [
        ['Push id', message.pushId],
        ['To', message.address],
        ['State', message.messageState],
        ['Code', codeOf(message.result.code)],
      ]
    case 'badmessage-response':
      return [
        ['Code', codeOf(message.result.code)],
        ['Fragment', message.fragment],
      ]
    default:
      return message satisfies never
  }
}

function codeOf(code: number): string {
  const known = papStatusCodes.find((row) => row.code === code)
  return known === undefined ? `${code}, not one of PAP` : `${code}, ${known.meaning}`
}

function contentLines({ mediaType, body }: PapContent, columns: number): readonly string[] {
  const charset = mediaTypeParameter(mediaType, 'charset')
  const read = readPushContent(body, { mediaType: mediaType.essence, charset })
  const title = `Content: ${printable(mediaType.essence)}, ${count(body.length, 'octet')}`
  if (read === undefined) return ['', title]
  return [
    '',
    title,
    ...pushContentLines(read.content, columns),
    ...(read.deviations.length === 0 ? [] : deviationRows(read.deviations)),
  ]
}
