import type { Exchange } from '../../../trace/events.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { parseMediaType } from '../../../wire/media-types.ts'
import { defineCheck, fail } from '../../check.ts'
import { findLikes, hasVariant, judgeVariants } from '../../variants.ts'

const manner = {
  name: 'a request with a whole URL on its request line',
  isVariant: ({ request }: Exchange) => /^https?:/i.test(request.target),
}

export default defineCheck({
  row: 'S50',
  level: 'must',
  clause: 'RFC9112-ABSOLUTE-FORM',
  title: 'A whole URL on the request line is answered as a path is',
  applies: (context) => hasVariant(context, manner),
  absent: 'no request had a whole URL on its request line',
  *judge(context) {
    yield* judgeVariants(context, manner)
    const served = context.evidence.exchanges().filter(manner.isVariant).filter(isServed)
    for (const variant of served) {
      const likes = findLikes(context, variant, manner).filter(isServed)
      const types = likes.map(mediaTypeOf)
      const [like] = likes
      const type = mediaTypeOf(variant)
      if (like === undefined || types.includes(type)) continue
      const expected = `${mediaTypeOf(like)}, as for the path alone`
      yield fail(variant, { actual: `${type} for a whole URL`, expected, cause: like })
    }
  },
  explain: `The examples of the MIDP specification have a whole URL on the request line, some builds of phoneME send one, and so does everything behind a proxy. HTTP/1.1 binds every server to accept it. A server that takes "http://…" for a path answers 404 or with its home page: match routes on the path of the parsed URL, not on the raw request target.`,
})

function isServed({ request, response, failure }: Exchange): boolean {
  return request.method === 'GET' && response?.status === 200 && failure === undefined
}

function mediaTypeOf({ response }: Exchange): string {
  const value = response && headerValue(response.headers, 'Content-Type')
  return (value && parseMediaType(value)?.essence) ?? 'no media type'
}
