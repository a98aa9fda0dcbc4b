/** How a client connects to its server once it was installed and runs, as the target file says. */
import { z } from 'zod'
import { didYouMean } from '../did-you-mean.ts'
import type { ContactScript } from '../handset/contact.ts'
import type { TcpTurn } from '../handset/ports.ts'
import type { Header } from '../trace/events.ts'
import { parseHex } from '../wire/hex.ts'
import { hostsNamed, isAllowedBy } from './hosts.ts'
import { fill } from './verbs/fill.ts'
import { bodyOf } from './verbs/http.ts'
import { httpOf, template } from './verbs/request-schema.ts'
import type { VerbValues } from './verbs/verb.ts'

const turnsMax = 32
const octetsPattern = /^(?:[0-9a-fA-F]{2}){1,4096}$/

const octets = z.string().regex(octetsPattern, 'octets in hex, e.g. 02ff03, at most 4096 of them')
const oneLine = /^[^\r\n]+$/

const turn = z
  .strictObject({
    send: template('first-contact')
      .optional()
      .describe('A line that the client sends; CR LF is added.'),
    'send-octets': octets.optional().describe('Octets that the client sends, in hex.'),
    expect: z
      .string()
      .max(1000)
      .regex(oneLine, 'a text of one line')
      .optional()
      .describe('The next line that comes back has this text in it.'),
    'expect-octets': octets
      .optional()
      .describe('The next octets that come back are these, in hex.'),
  })
  .refine((one) => Object.values(one).filter((value) => value !== undefined).length === 1, {
    message: 'a turn with exactly one of send, send-octets, expect and expect-octets',
  })

const tcp = z.strictObject({
  host: z
    .string()
    .regex(/^[a-z0-9.-]+$/i, 'a host name or an IPv4 address')
    .describe('One of the hosts of the links, or of `allow`.'),
  port: z.int().min(1).max(65_535),
  talk: z
    .array(turn)
    .min(1)
    .max(turnsMax)
    .describe('What is said, turn by turn; then the client closes the connection.'),
})

export const firstContactSchema = z
  .strictObject({
    http: httpOf('first-contact')
      .optional()
      .describe('One request, GET or POST. Traces show all of it but Authorization.'),
    status: z
      .int()
      .min(200)
      .max(599)
      .optional()
      .describe('Answer to the request that means welcome; none: any from 200 to 299.'),
    tcp: tcp.optional().describe('A connection without HTTP. Traces show all of it.'),
    versions: z
      .record(z.string(), z.string().min(1).max(100))
      .prefault({})
      .describe(
        'Version that the client says of itself, by the link that it was installed from. None: as the package says; a cabinet says none, there it is that of `client`.',
      ),
  })
  .superRefine(({ http, status, tcp: talk }, context) => {
    const complain = (message: string, ...path: readonly string[]) =>
      context.addIssue({ code: 'custom', message, path: [...path] })
    if ((http === undefined) === (talk === undefined)) complain('exactly one of http and tcp')
    if (status !== undefined && http === undefined) complain('a status goes with http', 'status')
    const method = http?.method ?? 'GET'
    if (method !== 'GET' && method !== 'POST') complain('GET or POST', 'http', 'method')
  })

export type FirstContact = z.output<typeof firstContactSchema>

interface Names {
  readonly links: Readonly<Record<string, string | undefined>>
  readonly allow: readonly string[]
}

type Complain = (message: string, path: readonly PropertyKey[], hint: string) => void

/** A client goes where the target is, and was installed from one of its links. */
export function checkNames(contact: FirstContact, names: Names, complain: Complain): void {
  const { http, tcp: talk, versions } = contact
  const given = Object.entries(names.links).flatMap(([name, url]) =>
    url === undefined ? [] : name,
  )
  const urls = Object.values(names.links).filter((url) => url !== undefined)
  const hosts = hostsNamed(urls, names.allow)
  const refuse = (host: string, path: readonly PropertyKey[]) =>
    complain(
      `Unexpected ${host}, expected one of the hosts that the file names: ${hosts.join(', ')}`,
      path,
      didYouMean(host, hosts) ?? `Add ${host} to allow.`,
    )
  if (http !== undefined && !isAllowedBy(hosts, sampleOf(http.url))) {
    refuse(URL.parse(sampleOf(http.url))?.host ?? http.url, ['http', 'url'])
  }
  if (talk !== undefined && !isAllowedBy(hosts, `http://${talk.host}:${talk.port}/`)) {
    refuse(`${talk.host}:${talk.port}`, ['tcp', 'host'])
  }
  for (const name of Object.keys(versions)) {
    if (given.includes(name)) continue
    complain(
      `Unexpected link ${name}, expected one that the file gives: ${given.join(', ')}`,
      ['versions', name],
      didYouMean(name, given) ?? `Add ${name} to links.`,
    )
  }
}

function sampleOf(url: string): string {
  return url.replaceAll(/\$\{[^}]*\}/g, 'x')
}

/** The script with its blanks filled in. */
export function scriptOf(
  { http, tcp: talk, status }: FirstContact,
  values: VerbValues,
): ContactScript {
  if (talk !== undefined) {
    const { host, port } = talk
    return { kind: 'tcp', host, port, turns: talk.talk.map((one) => turnOf(one, values)) }
  }
  if (http === undefined) throw new TypeError('the schema wants one of them')
  const { method, url, headers, ...bodies } = http
  const body = bodyOf(bodies, values)
  const given = Object.entries(headers).map(([name, value]): Header => [name, fill(value, values)])
  const saysType = given.some(([name]) => name.toLowerCase() === 'content-type')
  const isGet = method === undefined ? body === undefined : method === 'GET'
  return {
    kind: 'http',
    method: isGet ? 'GET' : 'POST',
    url: fill(url, values, encodeURIComponent),
    headers: body === undefined || saysType ? given : [...given, ['Content-Type', body.type]],
    body: body?.octets,
    status,
  }
}

const lineEnd = '\r\n'

function turnOf(one: z.output<typeof turn>, values: VerbValues): TcpTurn {
  const { send, expect } = one
  if (send !== undefined) {
    return { kind: 'send', octets: new TextEncoder().encode(`${fill(send, values)}${lineEnd}`) }
  }
  if (expect !== undefined) return { kind: 'line', text: expect }
  const sent = one['send-octets']
  if (sent !== undefined) return { kind: 'send', octets: fromHex(sent) }
  return { kind: 'octets', octets: fromHex(one['expect-octets'] ?? '') }
}

function fromHex(text: string): Uint8Array {
  return parseHex(text) ?? new Uint8Array(0)
}
