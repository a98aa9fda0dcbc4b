/** A verb as one request to a server. */
import type { Header } from '../../trace/events.ts'
import { fill } from './fill.ts'
import type { VerbHttp } from './ports.ts'
import type { HttpVerb, Json } from './request-schema.ts'
import type { VerbOutcome, VerbValues } from './verb.ts'

const excerptCharactersMax = 160

export async function askByHttp(
  { method, url, headers, ...bodies }: HttpVerb,
  values: VerbValues,
  { http, timeoutMs }: { readonly http: VerbHttp; readonly timeoutMs: number },
): Promise<VerbOutcome> {
  const body = bodyOf(bodies, values)
  const given = Object.entries(headers).map(([name, value]): Header => [name, fill(value, values)])
  const saysType = given.some(([name]) => name.toLowerCase() === 'content-type')
  const verb = method ?? (body === undefined ? 'GET' : 'POST')
  const whole = fill(url, values, encodeURIComponent)
  const answer = await http.ask({
    method: verb,
    url: whole,
    headers: body === undefined || saysType ? given : [...given, ['Content-Type', body.type]],
    body: body?.octets,
    timeoutMs,
  })
  const asked = `${verb} ${whole.replace(/[?#].*$/s, '')}`
  if (answer.kind === 'failure') {
    const { cause, detail } = answer
    return { kind: 'failed', cause, detail: `${asked}: ${detail}`, ...hintOf(cause) }
  }
  const text = new TextDecoder().decode(answer.body)
  const said = `${asked}: ${`${answer.status} ${answer.reason}`.trim()}`
  if (answer.status >= 200 && answer.status < 300)
    return { kind: 'done', detail: said, output: text }
  const [first = ''] = text.trim().split(/\r?\n/, 1)
  const detail =
    first === '' ? said : `${said}, ${JSON.stringify(first.slice(0, excerptCharactersMax))}`
  return { kind: 'failed', cause: 'refused', detail, ...hintOf(answer.status) }
}

const hints: ReadonlyMap<string | number, string> = new Map<string | number, string>([
  ['unreachable', 'Is the server up, and are host and port right?'],
  [
    'untrusted',
    'This machine does not believe its certificate: set NODE_EXTRA_CA_CERTS to the file of its root, as PEM.',
  ],
  ['malformed', 'What listens there does not speak HTTP/1.1.'],
  ['timeout', 'timeoutMs beside http gives it more time.'],
  [401, 'Give what it wants in headers, such as Authorization.'],
  [403, 'Give what it wants in headers, such as Authorization.'],
  [404, 'Is the path of the URL right?'],
  [405, 'Give another method.'],
  [415, 'Send the body otherwise: form, json, or body with a Content-Type in headers.'],
])

function hintOf(key: string | number): { readonly hint?: string } {
  const isRedirect = typeof key === 'number' && key >= 300 && key < 400
  const hint = isRedirect ? 'Redirects are not followed: give the URL it leads to.' : hints.get(key)
  return hint === undefined ? {} : { hint }
}

interface Body {
  readonly octets: Uint8Array
  readonly type: string
}

export function bodyOf(
  { form, json, body }: Pick<HttpVerb, 'form' | 'json' | 'body'>,
  values: VerbValues,
): Body | undefined {
  if (form !== undefined) {
    const fields = Object.entries(form).map(([name, text]) => [name, fill(text, values)])
    const text = new URLSearchParams(fields).toString()
    return { octets: encode(text), type: 'application/x-www-form-urlencoded' }
  }
  if (json !== undefined) {
    return { octets: encode(JSON.stringify(fillJson(json, values))), type: 'application/json' }
  }
  return body === undefined
    ? undefined
    : { octets: encode(fill(body, values)), type: 'text/plain; charset=utf-8' }
}

/** As deep as the schema lets it be. */
function fillJson(value: Json, values: VerbValues): Json {
  if (typeof value === 'string') return fill(value, values)
  if (Array.isArray(value)) return value.map((one) => fillJson(one, values))
  if (typeof value !== 'object' || !value) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, fillJson(one, values)]),
  )
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
