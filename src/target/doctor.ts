/** Tries what a target file says, line by line. */
import { OtaError } from '../errors.ts'
import type { HttpOutcome } from '../handset/ports.ts'
import type { Header } from '../trace/events.ts'
import { headerValue } from '../wire/http-fields.ts'
import { tryVerb } from './examine-verb.ts'
import { notGiven } from './examination.ts'
import type { DoctorWays, Examination } from './examination.ts'
import { policyTitles } from './policies.ts'
import { linkTitles } from './schema.ts'
import type { Target } from './target.ts'
import { verbNames } from './verbs/verb.ts'

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
  examinations.push(tryRoots(target, ways))
  examinations.push(tryNetwork(ways))
  examinations.push(tryContact(target, ways))
  examinations.push(...tellPolicies(target, ways))
  for (const verb of verbNames) examinations.push(await tryVerb(verb, target, ways))
  return examinations
}

interface Wanted {
  readonly status: (status: number) => boolean
  readonly field?: string
  readonly said: string
}

const ok: Wanted = { status: (status) => status === 200, said: '200' }

const redirect: Wanted = {
  status: (status) => status >= 300 && status < 400,
  field: 'Location',
  said: 'a redirect with Location',
}

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
  ['moved', redirect],
  ['client-moved', redirect],
  ['expired', { status: (status) => status >= 400 && status < 500, said: '404 or 410' }],
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

/** They are of the phones: no server can be asked for them. */
function tryRoots({ tls }: Target, ways: DoctorWays): Examination {
  const line = 'tls.roots'
  if (tls === undefined) return notGiven(line, 'Roots by which the phones know servers.', ways)
  const names = tls.roots.map(({ subject }) => subject.text).join('; ')
  return { line, state: 'not tried', detail: `phones believe servers that lead to ${names}` }
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

/** Whether the server keeps to it is for scenarios to show. */
function tellPolicies({ policies }: Target, ways: DoctorWays): readonly Examination[] {
  const said: ReadonlyMap<string, string | undefined> = new Map([
    ['other-platform', policies?.otherPlatform],
    ['ticket-uses', policies?.ticketUses],
  ])
  return [...policyTitles].map(([name, title]) => {
    const line = `policies.${name}`
    const policy = said.get(name)
    if (policy === undefined) return notGiven(line, title, ways)
    return {
      line,
      state: 'not tried',
      detail: `${policy}: the scenarios of it show whether it is so`,
    }
  })
}
