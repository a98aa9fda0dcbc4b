/** What a reference is asked, and all of what it answers. */
import { getResponse } from 'msw'
import { noteArrival } from '../../src/reference/arrival.ts'
import type { Arrival } from '../../src/reference/arrival.ts'
import { frameOf } from '../../src/reference/frame.ts'
import type { Reference } from '../../src/reference/reference.ts'
import { sentAct } from '../../src/reference/sending.ts'
import { origin } from './dialogue.ts'

const phone = 'PlainPhone/1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1'
const jadAccept = 'text/vnd.sun.j2me.app-descriptor, */*;q=0.1'

export interface Question {
  readonly path: string
  readonly method?: 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly arrival?: Partial<Arrival>
  /** Milliseconds that pass before it is asked. */
  readonly after?: number
}

export const get = (path: string, headers: Question['headers'] = {}): Question => ({
  path,
  headers,
})
export const post = (path: string, body: string, headers: Question['headers'] = {}): Question => ({
  path,
  body,
  headers: { 'Content-Length': String(body.length), ...headers },
})

export async function ask({ handlers, statusOf }: Reference, question: Question) {
  const response = await getResponse(handlers, requestOf(question))
  const before = statusOf('client')
  if (response !== undefined) sentAct(response)?.()
  return {
    statuses: [before, statusOf('client'), statusOf('client-updated')],
    question,
    status: response?.status,
    headers: [...(response?.headers ?? [])],
    frame: response === undefined ? undefined : frameOf(response),
    body: new TextDecoder('latin1').decode(await response?.arrayBuffer()),
  }
}

function requestOf({ path, method, headers, body, arrival }: Question): Request {
  const request = new Request(`${origin}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { 'User-Agent': phone, Accept: jadAccept, ...headers },
    ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
  })
  return noteArrival(request, { form: 'origin', version: '1.1', ordinal: 1, ...arrival })
}
