/** Traces made of literal exchanges: a phone asked this, the target said that. */
import { strToU8, zipSync } from 'fflate'
import type { Check, Verdict } from '../../src/check/check.ts'
import { judge } from '../../src/check/judge.ts'
import type { Finding } from '../../src/check/verdict.ts'
import type {
  CaseFacts,
  Exchange,
  Header,
  Purpose,
  RecordedResponse,
  TraceEvent,
  TraceFact,
} from '../../src/trace/events.ts'
import type { Trace } from '../../src/trace/trace.ts'

export const jadUrl = 'http://ota.test/demo.jad'
export const jarUrl = 'http://ota.test/demo.jar'
export const notifyUrl = 'http://ota.test/n/abc'
export const deleteUrl = 'http://ota.test/d/abc'

export const jadType: Header = ['Content-Type', 'text/vnd.sun.j2me.app-descriptor']
export const jarType: Header = ['Content-Type', 'application/java-archive']
export const strictUserAgent = 'Strict/1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1'

type HttpFact = Extract<TraceFact, { type: 'http.exchanged' }>
export type Body = string | Uint8Array

export interface ExchangeSketch {
  readonly purpose?: Purpose
  readonly url?: string
  readonly method?: string
  /** Request target; origin-form of the URL unless given. */
  readonly target?: string
  readonly requestVersion?: '1.0' | '1.1'
  /** Header fields to add or, with the same name, to use instead of the strict ones. */
  readonly requestHeaders?: readonly Header[]
  readonly requestBody?: Body
  /** Answer of the target; `none` when it did not answer at all. */
  readonly status?: number | 'none'
  readonly reason?: string
  readonly version?: string
  /** All header fields of the answer but `Content-Length`, which is added unless `framing` says otherwise. */
  readonly headers?: readonly Header[]
  readonly framing?: 'content-length' | 'chunked' | 'none'
  readonly body?: Body
  readonly startedAt?: number
  /** Virtual time of the outcome; not for the recorder, which counts seconds where nothing is said. */
  readonly at?: number
  readonly failure?: HttpFact['failure']
  readonly network?: HttpFact['network']
  readonly pace?: HttpFact['pace']
  readonly credentials?: HttpFact['credentials']
  readonly probe?: HttpFact['probe']
  readonly measured?: HttpFact['measured']
}

/** A fact with, if it matters, the virtual instant of it. */
export type SketchedFact = TraceFact & { readonly at?: number }

/** The demo descriptor, attributes in order. A replacement `undefined` leaves the attribute out. */
export function descriptorText(
  replace: Readonly<Record<string, string | undefined>> = {},
  lineEnd = '\r\n',
): string {
  const attributes: Readonly<Record<string, string | undefined>> = {
    'MIDlet-Name': 'Demo',
    'MIDlet-Version': '1.0.0',
    'MIDlet-Vendor': 'Acme',
    'MIDlet-Jar-URL': jarUrl,
    'MIDlet-Jar-Size': String(demoJar().length),
    'MIDlet-1': 'Demo,,acme.Demo',
    'MicroEdition-Profile': 'MIDP-2.0',
    'MicroEdition-Configuration': 'CLDC-1.1',
    'MIDlet-Install-Notify': notifyUrl,
    'MIDlet-Delete-Notify': deleteUrl,
    ...replace,
  }
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}${lineEnd}`)
    .join('')
}

/** The demo manifest. A replacement `undefined` leaves the attribute out. */
export function manifestText(replace: Readonly<Record<string, string | undefined>> = {}): string {
  const attributes: Readonly<Record<string, string | undefined>> = {
    'Manifest-Version': '1.0',
    'MIDlet-Name': 'Demo',
    'MIDlet-Version': '1.0.0',
    'MIDlet-Vendor': 'Acme',
    'MIDlet-1': 'Demo,,acme.Demo',
    'MicroEdition-Profile': 'MIDP-2.0',
    'MicroEdition-Configuration': 'CLDC-1.1',
    ...replace,
  }
  const lines = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}\r\n`)
  return `${lines.join('')}\r\n`
}

/** A package of a manifest and other entries; the demo package unless told otherwise. */
export function demoJar(
  entries: Readonly<Record<string, Body>> = { 'acme/Demo.class': demoClass() },
  manifest: Body = manifestText(),
): Uint8Array {
  const files = Object.entries({ 'META-INF/MANIFEST.MF': manifest, ...entries })
  return zipSync(Object.fromEntries(files.map(([name, body]) => [name, octetsOf(body)])), {
    mtime: '2006-01-02T12:00:00',
  })
}

/** The smallest class file `acme.Demo extends javax.microedition.midlet.MIDlet`, class file version 47. */
export function demoClass(name = 'acme/Demo'): Uint8Array {
  const utf8 = (text: string): readonly number[] => {
    const octets = strToU8(text)
    return [1, octets.length >> 8, octets.length & 255, ...octets]
  }
  const head = [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 47]
  const pool = [0, 5, ...utf8(name), 7, 0, 1, ...utf8('javax/microedition/midlet/MIDlet'), 7, 0, 3]
  const rest = [0, 33, 0, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0]
  return Uint8Array.from([...head, ...pool, ...rest])
}

export function descriptorFetched(
  body: Body = descriptorText(),
  sketch: ExchangeSketch = {},
): SketchedFact {
  return exchanged({ purpose: 'descriptor', url: jadUrl, headers: [jadType], body, ...sketch })
}

export function packageFetched(body: Body = demoJar(), sketch: ExchangeSketch = {}): SketchedFact {
  const requestHeaders: readonly Header[] = [
    ['Accept', 'application/java, application/java-archive'],
    ...(sketch.requestHeaders ?? []),
  ]
  return exchanged({
    purpose: 'package',
    url: jarUrl,
    headers: [jarType],
    body,
    ...sketch,
    requestHeaders,
  })
}

/** A status report; for 912 to the delete URL, for every other code to the install URL. */
export function reportPosted(
  code: number | string = '900 Success\r\n',
  sketch: ExchangeSketch = {},
): SketchedFact {
  const requestBody = typeof code === 'number' ? `${code} Report\r\n` : code
  const deletion = requestBody.startsWith('912')
  return exchanged({
    purpose: deletion ? 'delete-report' : 'install-report',
    url: deletion ? deleteUrl : notifyUrl,
    method: 'POST',
    requestBody,
    ...sketch,
  })
}

/** One exchange from what matters about it; the rest is what the strict phone and a plain server would say. */
export function exchanged(sketch: ExchangeSketch): SketchedFact {
  const { at, startedAt = at ?? 0, failure, network, pace, credentials, probe, measured } = sketch
  const response = sketchResponse(sketch)
  return {
    type: 'http.exchanged',
    purpose: sketch.purpose ?? 'descriptor',
    startedAt,
    request: sketchRequest(sketch),
    ...(response && { response }),
    ...(failure && { failure }),
    ...(network && { network }),
    ...(pace && { pace }),
    ...(credentials && { credentials }),
    ...(probe && { probe }),
    ...(measured && { measured }),
    ...(at === undefined ? {} : { at }),
  }
}

export function traceOf(facts: readonly SketchedFact[], about: Partial<CaseFacts> = {}): Trace {
  const started: SketchedFact = { type: 'case.started', format: 1, facts: caseFacts(about) }
  const ended: SketchedFact = { type: 'case.ended', virtualMs: facts.length * 1000 }
  const events = [started, ...facts, ended].map((fact, seq): TraceEvent => ({
    ...fact,
    seq,
    at: fact.at ?? seq * 1000,
    actor: 'handset',
  }))
  return { events }
}

export function caseFacts(about: Partial<CaseFacts> = {}): CaseFacts {
  return {
    scenario: 'install/plain',
    title: 'A suite installs',
    seed: 1,
    startsAt: '2006-01-02T12:00:00.000Z',
    profile: {
      id: 'midp/strict',
      name: 'Strict phone',
      platform: 'midp',
      personality: 'strict',
      userAgent: strictUserAgent,
      midpProfiles: ['MIDP-1.0', 'MIDP-2.0'],
      configurations: ['CLDC-1.0', 'CLDC-1.1'],
    },
    target: { name: 'test', hosts: ['ota.test'], clock: true, link: jadUrl, hasCredentials: false },
    expect: { outcome: 'installed', report: 900 },
    ...about,
  }
}

/** What one check says of a trace: the verdicts in order, or `not-applicable`. */
export function verdicts(check: Check, trace: Trace): readonly Verdict[] {
  return findings(check, trace).map(({ verdict }) => verdict)
}

/** What the judge makes of one check, given the id `test/check`. */
export function findings(check: Check, trace: Trace): readonly Finding[] {
  return judge(trace, [{ id: 'test/check', value: check }])
}

/** The findings of one check in the words of a report: `fail: Unexpected X, expected Y.` */
export function told(check: Check, facts: readonly SketchedFact[]): readonly string[] {
  return findings(check, traceOf(facts)).map(({ verdict, reason }) => `${verdict}: ${reason}`)
}

function sketchRequest(sketch: ExchangeSketch): Exchange['request'] {
  const url = new URL(sketch.url ?? jadUrl)
  const method = sketch.method ?? 'GET'
  const version = sketch.requestVersion ?? '1.1'
  const target = sketch.target ?? `${url.pathname}${url.search}`
  const body = octetsOf(sketch.requestBody ?? '')
  const strict: readonly Header[] = [
    ['Host', url.host],
    ['User-Agent', strictUserAgent],
    ...(method === 'POST' ? [] : getHeaders),
    ...(method === 'POST' ? ([['Content-Length', String(body.length)]] as const) : []),
  ]
  const given = sketch.requestHeaders ?? []
  const replaced = new Set(given.map(([name]) => name.toLowerCase()))
  const headers = [...strict.filter(([name]) => !replaced.has(name.toLowerCase())), ...given]
  const head = formatHead(`${method} ${target} HTTP/${version}`, headers)
  return { method, url: url.href, target, version, headers, head, body }
}

const getHeaders: readonly Header[] = [
  ['Accept', 'text/vnd.sun.j2me.app-descriptor, application/java-archive, */*;q=0.1'],
  ['Accept-Language', 'en'],
  ['Accept-Charset', 'UTF-8, ISO-8859-1'],
]

function sketchResponse(sketch: ExchangeSketch): RecordedResponse | undefined {
  const { status = 200, reason = 'OK', version = '1.1', framing = 'content-length' } = sketch
  if (status === 'none') return undefined
  const body = octetsOf(sketch.body ?? '')
  const headers = [...(sketch.headers ?? []), ...framingHeaders(framing, body)]
  const head = formatHead(`HTTP/${version} ${status} ${reason}`, headers)
  return { status, reason, version, headers, head, body }
}

function framingHeaders(framing: string, body: Uint8Array): readonly Header[] {
  if (framing === 'chunked') return [['Transfer-Encoding', 'chunked']]
  return framing === 'none' ? [] : [['Content-Length', String(body.length)]]
}

function formatHead(startLine: string, headers: readonly Header[]): Uint8Array {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return strToU8(`${startLine}\r\n${fields}\r\n`)
}

function octetsOf(body: Body): Uint8Array {
  return typeof body === 'string' ? strToU8(body) : body
}
