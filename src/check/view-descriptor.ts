/** The descriptor of a suite as the target sent it, read by the letter of the grammar. */
import type { Exchange, RecordedResponse } from '../trace/events.ts'
import { resolveUrl } from '../wire/http-url.ts'
import { parseJad } from '../wire/jad.ts'
import type { Descriptor } from '../wire/jad.ts'
import { mediaTypeParameter } from '../wire/media-types.ts'
import type { MediaType } from '../wire/media-types.ts'
import type { DescriptorEvidence } from './evidence.ts'

export function viewDescriptor(
  exchange: Exchange,
  response: RecordedResponse,
  mediaType: MediaType | undefined,
): DescriptorEvidence {
  const descriptor = readDescriptor(response, mediaType)
  // Where names repeat, the last one counts, as in `attributeValue`.
  const values = new Map<string, string>()
  for (const { name, value } of descriptor.attributes) values.set(name, value)
  const reference = values.get('MIDlet-Jar-URL')
  return {
    seq: exchange.seq,
    exchange,
    response,
    mediaType,
    descriptor,
    altered: exchange.network?.delivered !== undefined,
    jarUrl: reference === undefined ? undefined : resolveUrl(exchange.request.url, reference),
    value: (name) => values.get(name),
  }
}

function readDescriptor(response: RecordedResponse, type: MediaType | undefined): Descriptor {
  const charset = type && mediaTypeParameter(type, 'charset')
  return parseJad(examinedPart(response.body), charset === undefined ? {} : { charset })
}

/** Octets of a descriptor that are examined: a dozen times what the largest phone takes. */
const examinedBytesMax = 131_072
const lineFeed = 0x0a

/** Whole lines; that there is more is for descriptor/fits-small-devices to tell. */
function examinedPart(body: Uint8Array): Uint8Array {
  if (body.length <= examinedBytesMax) return body
  const lastLineEnd = body.lastIndexOf(lineFeed, examinedBytesMax - 1)
  return body.subarray(0, lastLineEnd === -1 ? examinedBytesMax : lastLineEnd + 1)
}
