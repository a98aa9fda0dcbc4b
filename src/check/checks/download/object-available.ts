import type { Exchange } from '../../../trace/events.ts'
import { isPartReference, partNamed } from '../../../wire/download-parts.ts'
import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { askedObjects, readDownloads } from '../../downloads.ts'
import type { AskedObject, ReadDownload } from '../../downloads.ts'
import { isAnswered, refusalOf } from '../../package-fetches.ts'
import { redirectsFrom } from '../../redirect-ways.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-OBJECT',
  title: 'The object is where its download descriptor says',
  applies: (context) => asked(context).length > 0 || withObjects(context).length > 0,
  absent: 'no object was asked for',
  *judge(context) {
    for (const found of withObjects(context)) yield judgePart(found)
    for (const { exchange, download } of asked(context)) {
      const hops = hopsFrom(context, exchange)
      const refusal = hops === 0 ? refusalOf(exchange) : `redirects that led nowhere, ${hops}`
      if (isAnswered(exchange) && exchange.response.status === 200) {
        yield pass(exchange, 'status 200')
      } else if (refusal !== undefined) {
        yield fail(exchange, { actual: refusal, expected: 'the object', cause: download })
      }
    }
  },
  explain: `The user has agreed to it and may have paid. The agent reports 954 for any answer but the object, and most do not ask a second time. Make the object before its descriptor, and keep it at least as long as the descriptor can be opened.`,
})

/** Descriptors that name a part of the body that they came in. */
function withObjects(context: CheckContext): readonly ReadDownload[] {
  return readDownloads(context).filter(
    ({ altered, together, urls }) =>
      together !== undefined && !altered && isPartReference(urls.object ?? ''),
  )
}

function judgePart(found: ReadDownload): Judgement {
  const name = found.urls.object ?? ''
  return partNamed(found.together?.parts ?? [], name) === undefined
    ? fail(found, {
        actual: `no part called ${escapeText(name, 60)}`,
        expected: 'the object, by its Content-ID',
      })
    : pass(found, 'it came with its descriptor')
}

/** A phone that looks first may find out before it asks for the object itself. */
function asked(context: CheckContext): readonly AskedObject[] {
  return askedObjects(context, ['GET', 'HEAD']).filter(
    ({ exchange }) => exchange.request.method === 'GET' || hopsFrom(context, exchange) > 0,
  )
}

/** Redirects after which the phone had nothing; 0 where they led to something, if only to a host that it does not contact. */
function hopsFrom({ evidence }: CheckContext, first: Exchange): number {
  const later = evidence
    .all('http.exchanged')
    .filter(({ seq, purpose }) => seq > first.seq && purpose === 'object')
  return redirectsFrom(first, later).length
}
