/** Tries what a target file says, line by line. */
import { OtaError } from '../errors.ts'
import type { Http, HttpOutcome } from '../handset/ports.ts'
import type { Header } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import { linkTitles } from './schema.ts'
import type { Target } from './target.ts'
import { readState } from './verbs/status-words.ts'
import { verbNames, verbTitles } from './verbs/verb.ts'
import type { VerbName, VerbValues } from './verbs/verb.ts'
import type { Verbs } from './verbs/verbs.ts'

export interface Examination {
  /** The line of the target file: `links.demo`, `credentials`, `verbs.clock`. */
  readonly line: string
  readonly state: 'works' | 'fails' | 'not tried' | 'not given'
  readonly detail: string
  readonly hint?: string
  /** No octet came back. */
  readonly unreached?: true
}

/** The network that the server sends its pushes to. */
export interface Listening {
  /** Where it listens: `smsc 127.0.0.1:2775`. */
  readonly places: readonly string[]
  /** From now on; resolves with what came, or that nothing did. */
  readonly expect: (
    msisdn: string,
  ) => () => Promise<{ readonly came: boolean; readonly detail: string }>
}

export type FoundBrowser =
  | { readonly kind: 'found'; readonly executable: string }
  | { readonly kind: 'missing'; readonly reason: string; readonly hint: string }

export interface DoctorWays {
  readonly http: Http
  readonly verbs: Verbs | undefined
  /** None: the file names none; an error: it cannot listen. */
  readonly network: Listening | OtaError | undefined
  /** Which browser would open the pages of the target, or why there is none. */
  readonly browser: () => Promise<FoundBrowser>
  /** Who the doctor says it is. */
  readonly headers: readonly Header[]
  /** How many scenarios need a line, by line. */
  readonly neededBy: ReadonlyMap<string, number>
  /** Also what changes the target. */
  readonly all: boolean
  /** Number that `push` sends to; none: it is not tried. */
  readonly msisdn: string | undefined
  /** ISO 8601 instant of now. */
  readonly now: string
}

/** One examination for each line that a target file may have, in its order. */
export async function examineTarget(
  target: Target,
  ways: DoctorWays,
): Promise<readonly Examination[]> {
  const examinations: Examination[] = []
  for (const [name, title] of linkTitles) {
    const url = target.links.get(name)
    const line = `links.${name}`
    examinations.push(
      url === undefined ? notGiven(line, title, ways) : await tryLink({ name, url }, ways),
    )
  }
  examinations.push(await tryCredentials(target, ways))
  examinations.push(await tryDiscovery(target, ways))
  examinations.push(tryNetwork(ways))
  examinations.push(tryContact(target, ways))
  for (const verb of verbNames) examinations.push(await tryVerb(verb, target, ways))
  return examinations
}

function notGiven(line: string, title: string, { neededBy }: DoctorWays): Examination {
  const count = neededBy.get(line) ?? 0
  const need =
    count === 0 ? '' : `${count} ${count === 1 ? 'scenario needs' : 'scenarios need'} it: `
  return { line, state: 'not given', detail: `${need}${title}` }
}

interface Wanted {
  readonly status: (status: number) => boolean
  readonly field?: string
  readonly said: string
}

const ok: Wanted = { status: (status) => status === 200, said: '200' }

/** What links answer whose point is another answer than 200. */
const wanted: ReadonlyMap<string, Wanted> = new Map<string, Wanted>([
  [
    'protected',
    {
      status: (status) => status === 401,
      field: 'WWW-Authenticate',
      said: '401 with WWW-Authenticate',
    },
  ],
  [
    'moved',
    {
      status: (status) => status >= 300 && status < 400,
      field: 'Location',
      said: 'a redirect with Location',
    },
  ],
  [
    'busy',
    { status: (status) => status === 503, field: 'Retry-After', said: '503 with Retry-After' },
  ],
])

interface Link {
  readonly name: string
  readonly url: string
}

async function tryLink({ name, url }: Link, ways: DoctorWays): Promise<Examination> {
  const line = `links.${name}`
  const outcome = await get(url, ways)
  const asked = `GET ${url}`
  if (outcome.kind === 'failure') return unheard(line, asked, outcome)
  const { status, headers } = outcome.response
  const { status: isWanted, field, said } = wanted.get(name) ?? ok
  const type = headerValue(headers, 'Content-Type')
  const came = `${asked}: ${status}${type === undefined ? '' : ` ${type}`}`
  const isWhole = field === undefined || headerValue(headers, field) !== undefined
  if (isWanted(status) && isWhole) return { line, state: 'works', detail: came }
  const hint = hints.get(status)
  return {
    line,
    state: 'fails',
    detail: `${came}, expected ${said}`,
    ...(hint === undefined ? {} : { hint }),
  }
}

const hints: ReadonlyMap<number, string> = new Map([
  [401, 'A link behind credentials is links.protected.'],
  [404, 'Is the path of the URL right?'],
  [503, 'A link that is busy at first is links.busy.'],
])

function unheard(
  line: string,
  asked: string,
  { failure }: Extract<HttpOutcome, { kind: 'failure' }>,
): Examination {
  return {
    line,
    state: 'fails',
    detail: `${asked}: ${failure.cause}: ${failure.detail}`,
    hint: 'Is the server up, and are host and port right?',
    unreached: true,
  }
}

function get(url: string, { http, headers }: DoctorWays, more: readonly Header[] = []) {
  return http.exchange({
    method: 'GET',
    url,
    form: 'origin',
    version: '1.1',
    headers: [...headers, ...more],
    framing: 'length',
    connection: 'close',
  })
}

async function tryCredentials(target: Target, ways: DoctorWays): Promise<Examination> {
  const line = 'credentials'
  const { credentials, links } = target
  if (credentials === undefined) {
    return notGiven(line, 'What the user types where a server asks for credentials.', ways)
  }
  const url = links.get('protected')
  if (url === undefined) {
    return { line, state: 'not tried', detail: 'no link asks for them: give links.protected' }
  }
  const { user, password } = credentials
  const token = Buffer.from(`${user}:${password}`).toString('base64')
  const outcome = await get(url, ways, [['Authorization', `Basic ${token}`]])
  const asked = `GET ${url} as ${user}`
  if (outcome.kind === 'failure') return unheard(line, asked, outcome)
  const { status } = outcome.response
  if (status === 200) return { line, state: 'works', detail: `${asked}: 200` }
  return {
    line,
    state: 'fails',
    detail: `${asked}: ${status}, expected 200`,
    hint: 'Does the server know this user, and does it ask for Basic authentication?',
  }
}

async function tryDiscovery({ discovery }: Target, ways: DoctorWays): Promise<Examination> {
  const line = 'discovery'
  if (discovery === undefined) {
    return notGiven(line, 'Pages are opened in a browser, which runs their scripts.', ways)
  }
  const found = await ways.browser()
  return found.kind === 'found'
    ? { line, state: 'works', detail: `pages are opened in ${found.executable}` }
    : { line, state: 'not tried', detail: found.reason, hint: found.hint }
}

function tryNetwork(ways: DoctorWays): Examination {
  const line = 'network'
  const { network } = ways
  if (network === undefined) {
    return notGiven(
      line,
      'Where the server sends its pushes to, so that verbs.push is waited for.',
      ways,
    )
  }
  if (network instanceof OtaError) {
    const { message: detail, hint } = network
    return { line, state: 'fails', detail, ...(hint === undefined ? {} : { hint }) }
  }
  return { line, state: 'works', detail: `listens at ${network.places.join(', ')}` }
}

/** The server would take it for a client that was installed. */
function tryContact({ firstContact }: Target, ways: DoctorWays): Examination {
  const line = 'first-contact'
  if (firstContact === undefined) {
    return notGiven(line, 'How a client connects that was installed and runs.', ways)
  }
  const { http, tcp } = firstContact
  const by = http === undefined ? `${tcp?.host}:${tcp?.port}` : http.url
  return { line, state: 'not tried', detail: `a phone says it to ${by} once a client runs` }
}

async function tryVerb(verb: VerbName, target: Target, ways: DoctorWays): Promise<Examination> {
  const line = `verbs.${verb}`
  const { verbs, all, msisdn } = ways
  if (verbs?.has(verb) !== true) return notGiven(line, verbTitles[verb], ways)
  if (!all && (verb === 'reset' || verb === 'publish')) {
    return { line, state: 'not tried', detail: 'it changes the target: --all tries it' }
  }
  if (verb === 'push' && msisdn === undefined) {
    const detail = 'it sends a message: --msisdn NUMBER tries it, with the number it goes to'
    return { line, state: 'not tried', detail }
  }
  const arrived = verb === 'push' ? expectPush(ways) : undefined
  const outcome = await verbs.ask(verb, valuesFor(verb, target, ways))
  if (outcome.kind === 'done' && arrived !== undefined) {
    const { came, detail } = await arrived()
    const told = { line, detail: `${outcome.detail}; ${detail}` }
    return came ? { ...told, state: 'works' } : { ...told, state: 'fails', hint: missedHint }
  }
  if (outcome.kind === 'done') {
    const told = `${outcome.detail}${remark(verb, outcome.output)}`
    return verb === 'status' ? tryWords(verbs, outcome) : { line, state: 'works', detail: told }
  }
  const { detail, hint } = outcome
  return { line, state: 'fails', detail, ...(hint === undefined ? {} : { hint }) }
}

const missedHint =
  'Is it set to these ports and to network.account, and does it send to the number of --msisdn?'

function expectPush({ network, msisdn }: DoctorWays) {
  if (network === undefined || network instanceof OtaError) return undefined
  return msisdn === undefined ? undefined : network.expect(msisdn)
}

function tryWords(
  { statusWords }: Verbs,
  { detail, output }: { readonly detail: string; readonly output: string },
): Examination {
  const line = 'verbs.status'
  const state = statusWords && readState(output, statusWords)
  const said = `${detail}, ${JSON.stringify(output.trim().slice(0, saidCharactersMax))}`
  return state === undefined
    ? { line, state: 'fails', detail: `${said}: none of shows`, hint: wordsHint }
    : { line, state: 'works', detail: `${said}: ${state}` }
}

const saidCharactersMax = 80
const wordsHint = 'Add the words of the server to verbs.status.shows.'

/** The client, or whatever else there is. */
function clientOf(links: Target['links']): VerbValues {
  const app = links.has('client') ? 'client' : 'demo'
  return { app, link: links.get(app) ?? '' }
}

const linesTried = 5

function valuesFor(verb: VerbName, { links }: Target, { msisdn, now }: DoctorWays): VerbValues {
  const offer = { app: 'demo', link: links.get('demo') ?? '' }
  const values: Readonly<Record<VerbName, VerbValues>> = {
    push: { ...offer, 'handset.msisdn': msisdn ?? '', bearer: '' },
    publish: offer,
    reset: {},
    clock: { ms: '0', seconds: '0', instant: now },
    logs: { lines: String(linesTried) },
    status: { ...clientOf(links), 'handset.msisdn': msisdn ?? '' },
  }
  return values[verb]
}

function remark(verb: VerbName, output: string): string {
  if (verb === 'clock') return ', moved by nothing'
  if (verb !== 'logs') return ''
  const lines = output.split('\n').filter((text) => text.trim() !== '').length
  return `, ${lines} ${lines === 1 ? 'line' : 'lines'}`
}
