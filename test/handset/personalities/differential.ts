/** The same suites installed by every personality: which code each reports, and which decision makes it another than strict's. */
import type { Behaviour } from '../../../src/handset/behaviour.ts'
import { personalityTable } from '../../../src/handset/personality.ts'
import type { Personality } from '../../../src/handset/personality.ts'
import type { HttpRequest } from '../../../src/handset/ports.ts'
import type { Examination } from '../../../src/handset/rules/examination.ts'
import type { Trust } from '../../../src/handset/trust.ts'
import { testRoots } from '../../../src/test-authority/authority.ts'
import { parseCertificate } from '../../../src/wire/certificate.ts'
import { strictJad } from '../../../src/wire/jad-tolerance.table.ts'
import { parseJad } from '../../../src/wire/jad.ts'
import { accept, link, openHandset } from '../handset-world.ts'
import type { LiteralAnswer } from '../literal-http.ts'
import { plainProfile } from '../plain-profile.ts'
import { differencesOf } from './differences.ts'
import type { Difference } from './differences.ts'
import type { Offer } from './offers.table.ts'

/** What the real suites need, so that none ends for a lack of it. */
const profile = { ...plainProfile, midpProfiles: ['MIDP-1.0', 'MIDP-2.0', 'MIDP-2.1'] }
const trust: Trust = {
  roots: testRoots().map(({ domain, octets }) => ({
    domain,
    certificate: parseCertificate(octets),
  })),
  now: () => Date.parse('2006-03-01T09:00:00Z'),
}
const capacityBytes = 16_777_216

interface Installed {
  /** What reached the server, or what it would be told if it had named a URL. */
  readonly code: string
  /** What objected, on the way to the code: an examination, a rule of the reader, or nothing that has a name. */
  readonly objections: readonly string[]
}

export interface Row {
  readonly suite: string
  readonly codes: readonly string[]
  /** Decision and source of each difference; undefined where nothing explains it. */
  readonly reasons: readonly { readonly who: string; readonly why: Difference | undefined }[]
}

const names = [...personalityTable.keys()]
const differences = new Map(
  [...personalityTable].map(([name, personality]) => [name, differencesOf(personality)]),
)

export async function compareSuite(suite: string, offer: Offer): Promise<Row> {
  const all = []
  for (const [who, personality] of personalityTable) {
    all.push({ who, installed: await install(personality, offer) })
  }
  const [book] = all
  const parted = all.filter(({ installed }) => installed.code !== book?.installed.code)
  return {
    suite,
    codes: all.map(({ installed }) => installed.code),
    reasons: parted.map(({ who, installed }) => ({
      who,
      why: explain(who, offer, [...(book?.installed.objections ?? []), ...installed.objections]),
    })),
  }
}

export function formatRows(rows: readonly Row[]): string {
  const head = ['suite', ...names, 'because']
  const lines = rows.map(({ suite, codes, reasons }) => [
    suite,
    ...codes,
    reasons
      .map(
        ({ who, why }) => `${who}: ${why === undefined ? '?' : `${why.decision} (${why.source})`}`,
      )
      .join('; '),
  ])
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('')
}

/** One suite by one phone. */
export async function install({ behaviour }: Personality, offer: Offer): Promise<Installed> {
  const objections: string[] = []
  const world = openHandset({
    behaviour: watched(behaviour, (objection) => objections.push(objection)),
    answer: (request) => serve(offer, request),
    profile,
    capacityBytes,
    trust,
  })
  world.handset.powerOn()
  world.handset.send({ type: 'link.opened', url: link })
  await world.until('prompt.shown')
  world.handset.send(accept)
  await world.rest()
  const settled = world.events.findLast((event) => event.type === 'install.settled')
  const code = settled?.code
  const isTold =
    offer.isSilent === true
      ? code !== undefined && behaviour.queuesReport(code)
      : world.sent().includes(`POST /n/1 ${code}`)
  return { code: isTold ? String(code) : 'none', objections }
}

function serve(offer: Offer, { url, method }: HttpRequest): LiteralAnswer {
  if (method === 'POST') return { status: 200 }
  const { pathname } = new URL(url)
  if (pathname === new URL(link).pathname) {
    const headers = [['Content-Type', 'text/vnd.sun.j2me.app-descriptor']] as const
    return { status: 200, headers, body: offer.descriptor }
  }
  return pathname.includes('//') ? { status: 404 } : offer.package
}

/** The same phone, which tells what objected. */
function watched(behaviour: Behaviour, note: (objection: string) => void): Behaviour {
  return {
    ...behaviour,
    descriptorOrder: behaviour.descriptorOrder.map((one) => watch(one, 'descriptor', note)),
    packageOrder: behaviour.packageOrder.map((one) => watch(one, 'package', note)),
  }
}

function watch<Draft>(
  { name, examine }: Examination<Draft>,
  what: string,
  note: (objection: string) => void,
): Examination<Draft> {
  return {
    name,
    examine(draft) {
      const opinion = examine(draft)
      if (opinion !== undefined && !('learned' in opinion)) note(`${what}: ${name}`)
      return opinion
    },
  }
}

/** The first of the differences that bears on what objected, on the decision asked, or on how the descriptor is read. */
function explain(who: string, offer: Offer, objections: readonly string[]): Difference | undefined {
  const known = differences.get(who) ?? []
  const { deviations } = parseJad(offer.descriptor, { tolerance: strictJad })
  const readings = deviations
    .filter(({ tolerated }) => !tolerated)
    .map(
      ({ rule }) =>
        `reading: ${rule.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`,
    )
  const wanted = [
    ...(offer.decision === undefined ? [] : [offer.decision]),
    ...readings,
    ...objections,
    ...(readings.length > 0 ? ['reading: afterRefusal'] : []),
  ]
  return wanted
    .map((name) => known.find(({ decision }) => decision === name))
    .find((found) => found !== undefined)
}
