import { dirname } from 'node:path'
import { parseDataFile } from '../data-file.ts'
import { UsageError } from '../errors.ts'
import type { TrustedRoot } from '../handset/trust.ts'
import type { FirstContact } from './first-contact.ts'
import { hostsNamed } from './hosts.ts'
import { readRoot } from './roots.ts'
import type { Subject } from '../trace/suite-events.ts'
import type { TargetNetwork } from './network-schema.ts'
import { readPolicies } from './policies.ts'
import type { Policies } from '../trace/policies.ts'
import { targetSchema } from './schema.ts'
import type { TargetFile } from './schema.ts'
import { tlsOf } from './tls.ts'
import type { TargetTls } from './tls.ts'
import type { TargetUaprof } from './uaprof.ts'
import type { TargetVerbs } from './verbs/verbs.ts'

/** The server under test, ready to be played against. */
export interface Target {
  readonly name: string
  readonly links: ReadonlyMap<string, string>
  /** `host` (any port) or `host:port`, lower case. */
  readonly hosts: readonly string[]
  /** How pages are shown: with what their scripts make of them, or without; none: with it where a scenario is about that. */
  readonly discovery?: 'browser' | 'without-scripts'
  /** What the phones have that are played against it. */
  readonly roots: readonly TrustedRoot[]
  /** What they know of servers over https; none: it is not said. */
  readonly tls?: TargetTls
  /** What the entry link offers, where it is said. */
  readonly suite?: Subject
  readonly credentials: { readonly user: string; readonly password: string } | undefined
  /** Its clock moves with the handset's. */
  readonly clock: boolean
  /** So long a link is good that it makes for one phone and order; none: it makes none, or does not say. */
  readonly ticketLifetimeMs?: number
  /** What it does as its operator likes; none: it is not said. */
  readonly policies?: Policies
  /** How clients connect that were installed from it; none: it is not said. */
  readonly firstContact?: FirstContact
  /** What it can be asked to do; none: nothing. */
  readonly verbs?: TargetVerbs
  /** Where it sends its pushes to; none: it sends none. */
  readonly network?: TargetNetwork
  /** What phones say to it of their UAProf documents; none: by where it is. */
  readonly uaprof?: TargetUaprof
  readonly embedded: boolean
  /** It is given by a link alone: there is no file that could say more. */
  readonly bare?: true
}

/** @throws DataError with `file:line:col` */
export function parseTarget(text: string, file: string): Target {
  return makeTarget(parseDataFile(text, file, targetSchema), file)
}

/** A target of which only one link is known. @throws UsageError when it is not an http(s) URL, or holds credentials */
export function targetFromUrl(url: string): Target {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UsageError('target/url', `${url} is not an absolute http or https URL`, {
      hint: 'Give the link of a descriptor, for example http://127.0.0.1:8080/demo.jad',
    })
  }
  if (new URL(url).username !== '' || new URL(url).password !== '') {
    throw new UsageError(
      'target/url',
      `a link holds no credentials, and this one to ${new URL(url).host} does`,
      {
        hint: 'Put them into a target file: credentials: { user: …, password: … }',
      },
    )
  }
  const file = { links: { demo: url }, allow: [], roots: [] }
  const target: Target = { ...makeTarget(file, new URL(url).host), bare: true }
  // Nothing was asked of it yet.
  return leadingTo(target, /\.dd$/i.test(new URL(url).pathname) ? 'download' : 'suite or client')
}

/** What one link leads to, as far as it decides what can be played. */
export type LinkKind = 'suite or client' | 'download' | 'page'

/**
 * What is played against a suite or a client makes no sense behind a download descriptor, and can be played behind a page,
 * which is then known to stand there.
 */
const linkNames: Readonly<Record<LinkKind, readonly string[]>> = {
  'suite or client': ['demo', 'client'],
  download: ['download'],
  page: ['demo', 'client', 'page'],
}

/** The same target of one link, once it is known what that leads to. */
export function leadingTo(target: Target, kind: LinkKind): Target {
  const [url] = target.links.values()
  if (url === undefined) return target
  return { ...target, links: new Map(linkNames[kind].map((name) => [name, url])) }
}

function makeTarget(file: TargetFile, fallbackName: string): Target {
  const links = new Map<string, string>()
  for (const [name, url] of Object.entries(file.links)) {
    if (url !== undefined) links.set(name, new URL(url).href)
  }
  return {
    name: file.name ?? fallbackName,
    links,
    hosts: hostsNamed(links.values(), file.allow),
    ...(file.discovery === undefined ? {} : { discovery: file.discovery }),
    roots: file.roots.flatMap(({ domain, certificate: text }) => {
      const certificate = readRoot(text)
      return certificate === undefined ? [] : [{ domain, certificate }]
    }),
    ...(file.tls === undefined ? {} : { tls: tlsOf(file.tls) }),
    ...(file.suite === undefined ? {} : { suite: file.suite }),
    credentials: file.credentials,
    clock: file.verbs?.clock !== undefined,
    ...(file.network === undefined ? {} : { network: file.network }),
    ...(file.uaprof === undefined ? {} : { uaprof: file.uaprof }),
    ...(file.ticketLifetime === undefined ? {} : { ticketLifetimeMs: file.ticketLifetime }),
    ...(file.policies === undefined ? {} : { policies: readPolicies(file.policies) }),
    ...(file['first-contact'] === undefined ? {} : { firstContact: file['first-contact'] }),
    ...(file.verbs === undefined
      ? {}
      : { verbs: { by: file.verbs, folder: dirname(fallbackName) } }),
    embedded: false,
  }
}
