import type { Exchange, RecordedResponse } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue, headerValues } from '../../../wire/http-fields.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'

export default defineCheck({
  row: 'S51',
  level: 'must',
  clause: 'RFC9112-FRAMING',
  title: 'Where an answer ends is said once, and the answer ends there',
  applies: ({ evidence }) => evidence.exchanges().some(isHeard),
  absent: 'nothing was answered',
  *judge({ evidence }) {
    for (const exchange of evidence.exchanges().filter(isHeard)) {
      const wrong = contradictionIn(exchange.response) ?? breakIn(exchange)
      const { cause, detail } = exchange.failure ?? {}
      if (wrong !== undefined) yield fail(exchange, wrong)
      else if (cause === undefined) yield pass(exchange, 'the answer ended where it said')
      else yield inconclusive(exchange, `The end of the answer was not seen: ${detail}.`)
    }
  },
  explain: `An answer with both Content-Length and chunks, with two lengths, or shorter than its Content-Length is read differently by each phone and each gateway: some wait until they time out, some install half a package, some report 903 or 904. Let the HTTP library set these headers, never by hand, and recompute Content-Length when a filter changes the body.`,
})

interface Wrong {
  readonly actual: string
  readonly expected: string
}

/** Cuts that the scenario asked for tell nothing of where the answer would have ended. */
function isHeard({ response, failure }: Exchange): boolean {
  const cause = failure?.cause
  if (cause === 'malformed' || cause === 'truncated') return true
  return response !== undefined && cause !== 'no-coverage' && cause !== 'cancelled'
}

function contradictionIn(response: RecordedResponse | undefined): Wrong | undefined {
  const headers = response?.headers ?? []
  const stands = headerValues(headers, 'Content-Length')
  const coding = headerValue(headers, 'Transfer-Encoding')
  if (stands.length === 0 || (coding === undefined && isOneLength(stands))) return undefined
  const lengths = stands.flatMap((value) => value.split(/ *, */))
  const stated = `"Content-Length: ${escapeText(lengths.join(', '), 60)}"`
  if (coding !== undefined) {
    const actual = `${stated} beside "Transfer-Encoding: ${escapeText(coding, 60)}"`
    return { actual, expected: 'one of them' }
  }
  return { actual: stated, expected: lengths.length > 1 ? 'one length' : 'a number of octets' }
}

function isOneLength([first, ...others]: readonly string[]): boolean {
  return first !== undefined && others.length === 0 && /^[0-9]+$/.test(first)
}

function breakIn({ failure, response }: Exchange): Wrong | undefined {
  if (failure?.cause === 'malformed') {
    const actual = `octets that are no HTTP/1.1 (${escapeText(failure.detail, 120)})`
    return { actual, expected: 'an answer by the grammar of HTTP/1.1' }
  }
  if (failure?.cause !== 'truncated') return undefined
  const length = response && headerValue(response.headers, 'Content-Length')
  return {
    actual: `end of the connection after ${response?.body.length ?? 0} octets of the body`,
    expected: length === undefined ? 'the whole answer' : `Content-Length ${length}`,
  }
}
