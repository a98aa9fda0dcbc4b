import type { Http } from '../src/handset/ports.ts'
import type { Header } from '../src/trace/events.ts'

const none = new Uint8Array(0)

/** A server that gives every request the same answer at once. */
export function alwaysAnswer(status: number): Http {
  const headers: readonly Header[] = []
  return {
    exchange: ({ method, url, version, headers: sent, body }) =>
      Promise.resolve({
        kind: 'response',
        request: {
          method,
          url,
          target: url,
          version,
          headers: sent,
          head: none,
          body: body ?? none,
        },
        response: { status, reason: '', version: '1.1', headers, head: none, body: none },
        measured: { ms: 0 },
      }),
  }
}
