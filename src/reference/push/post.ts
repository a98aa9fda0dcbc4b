/** Requests of the server to gateways: one on each connection. */
import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import { fromOctetText, toOctetText } from '../../wire/octet-text.ts'

export interface Post {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** All but the length of the body. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

export interface Posted {
  readonly status: number
  readonly body: Uint8Array
}

/** None when the connection ended before there was an answer. */
export function send(connection: Duplex, post: Post): Promise<Posted | undefined> {
  const { method, path, headers, body } = post
  const fields = [
    ...headers,
    ...(method === 'GET' ? [] : [['Content-Length', String(body.length)] as const]),
    ['Connection', 'close'] as const,
  ]
  return new Promise((resolve) => {
    const outgoing = request({
      method,
      path,
      headers: fields.flat(),
      setHost: false,
      createConnection: () => connection,
    })
    outgoing.on('error', () => resolve(undefined))
    outgoing.on('response', (response) => {
      const chunks: Uint8Array[] = []
      response.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      // It is closed after it.
      response.on('error', () => undefined)
      response.on('close', () => {
        const whole = {
          status: response.statusCode ?? 0,
          body: new Uint8Array(Buffer.concat(chunks)),
        }
        resolve(response.complete ? whole : undefined)
      })
    })
    outgoing.end(body)
  })
}

/** The same with another value of one header. */
export function withPostHeader(post: Post, name: string, change: (value: string) => string): Post {
  const headers = post.headers.map(([given, value]) =>
    given === name ? ([given, change(value)] as const) : ([given, value] as const),
  )
  return { ...post, headers }
}

/** The same with another body, where it is a push that goes to a push proxy gateway. */
export function withPapText(post: Post, change: (text: string) => string): Post {
  const isPap = post.headers.some(([, value]) => value.startsWith('multipart/related'))
  return isPap ? { ...post, body: fromOctetText(change(toOctetText(post.body))) } : post
}
