/** The operator's own server, asked over undici: any method, bounded in time and octets, no redirects. */
import { Agent, request } from 'undici'
import type { VerbAnswer, VerbHttp, VerbRequest } from '../target/verbs/ports.ts'

const headBytesMax = 16_384
const bodyBytesMax = 262_144

/** Octets of an answer ran over their limit. */
class BodyLimit extends Error {}

export function createVerbHttp(): VerbHttp & { close(): Promise<void> } {
  // One request at a time, and none waits for the connection of another.
  const agent = new Agent({ pipelining: 0, maxHeaderSize: headBytesMax })
  return {
    ask: (asked) => ask(asked, agent),
    close: () => agent.destroy(),
  }
}

async function ask(asked: VerbRequest, dispatcher: Agent): Promise<VerbAnswer> {
  const { url, method, headers, body, timeoutMs } = asked
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await request(url, {
      dispatcher,
      method,
      headers: headers.flat(),
      signal,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      ...(body === undefined ? {} : { body }),
    })
    const octets = await gather(answer.body)
    return { kind: 'answer', status: answer.statusCode, reason: answer.statusText, body: octets }
  } catch (error) {
    if (error instanceof BodyLimit)
      return { kind: 'failure', cause: 'limit', detail: error.message }
    if (signal.aborted) {
      return { kind: 'failure', cause: 'timeout', detail: `no whole answer in ${timeoutMs} ms` }
    }
    return explain(error)
  }
}

async function gather(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > bodyBytesMax) {
      throw new BodyLimit(`the answer is longer than bodyBytesMax = ${bodyBytesMax} octets`)
    }
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** Codes of OpenSSL and of Node for servers that do not prove who they are (Node.js, TLS, X509 certificate error codes). */
const ofCertificates =
  /^(?:CERT_|DEPTH_ZERO_|ERR_TLS_CERT_|HOSTNAME_|INVALID_(?:CA|PURPOSE)$|PATH_LENGTH_|SELF_SIGNED_|UNABLE_TO_|UNSPECIFIED$)/

function explain(error: unknown): VerbAnswer {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    const detail = `the head of the answer is longer than headBytesMax = ${headBytesMax} octets`
    return { kind: 'failure', cause: 'limit', detail }
  }
  const isOfParser = error instanceof Error && error.name === 'HTTPParserError'
  if (isOfParser || /^HPE_|^UND_ERR_(?:INVALID|RES_|RESPONSE)/.test(code)) {
    return { kind: 'failure', cause: 'malformed', detail: message }
  }
  if (code === 'UND_ERR_SOCKET') {
    const detail = 'the connection was closed before the answer was whole'
    return { kind: 'failure', cause: 'malformed', detail }
  }
  if (ofCertificates.test(code)) {
    return { kind: 'failure', cause: 'untrusted', detail: `${message} (${code})` }
  }
  // Several addresses were tried; each has its own error.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined
  const detail = first instanceof Error ? first.message : message
  return { kind: 'failure', cause: 'unreachable', detail }
}
