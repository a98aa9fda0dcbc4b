/** What a target file promises of its links, and the descriptors that were had under them. */
import { headerValue } from '../wire/http-fields.ts'
import { readSignatureClaim } from '../wire/signature.ts'
import type { CheckContext } from './check.ts'
import type { DescriptorEvidence } from './evidence.ts'

/** A descriptor from a link that leads to an update, with the one that it updates; both were given to the same phone. */
export interface OfferedUpdate {
  readonly link: UpdateLink
  readonly found: DescriptorEvidence
  readonly base: DescriptorEvidence
}

interface UpdateLink {
  /** The link to what it updates. */
  readonly of: string
  readonly isNewer: boolean
  readonly hasSameSigner: boolean
  /** Which of its URLs have scheme, host and path of the base's. */
  readonly keeps: readonly ('descriptor' | 'package')[]
}

/** What target files promise of links to other versions, kind by kind and place by place. */
const kinds = {
  updated: { of: 'demo', isNewer: true, hasSameSigner: false },
  'newly-signed': { of: 'demo', isNewer: true, hasSameSigner: false },
  'signed-updated': { of: 'signed', isNewer: true, hasSameSigner: true },
  'signed-by-another': { of: 'signed', isNewer: true, hasSameSigner: false },
} as const

const places = {
  '': ['descriptor', 'package'],
  '-elsewhere': [],
  '-descriptor-elsewhere': ['package'],
  '-package-elsewhere': ['descriptor'],
} as const

const links: ReadonlyMap<string, UpdateLink> = new Map([
  ['outdated', { of: 'demo', isNewer: false, hasSameSigner: false, keeps: places[''] }],
  ...Object.entries(kinds).flatMap(([kind, about]) =>
    Object.entries(places).map(([place, keeps]): readonly [string, UpdateLink] => [
      `${kind}${place}`,
      { ...about, keeps },
    ]),
  ),
])

export function offeredUpdates(
  context: CheckContext,
  isWanted: (link: UpdateLink) => boolean,
): readonly OfferedUpdate[] {
  if (context.facts.target.links === undefined) return []
  const opened = context.evidence.descriptors.map((found) => ({
    found,
    name: linkBefore(context, found),
  }))
  return opened.flatMap(({ found, name }) => {
    const link = links.get(name ?? '')
    if (link === undefined || !isWanted(link)) return []
    const base = opened.find(
      (one) => one.name === link.of && agentOf(one.found) === agentOf(found),
    )?.found
    return base === undefined ? [] : [{ link, found, base }]
  })
}

export const noUpdate =
  'no descriptor of a suite and of its update, as the target file names them, were both sent'

/** A suite claims to be signed by this attribute (PKI21). */
export function isSigned({ value }: DescriptorEvidence): boolean {
  return value('MIDlet-Jar-RSA-SHA1') !== undefined
}

/** Subject of the signer and name of the root it leads to, for each certificate path that can be read (ambiguity A17). */
export function signersNamedBy({ descriptor }: DescriptorEvidence): readonly string[] {
  const paths = readSignatureClaim(descriptor.attributes)?.paths ?? []
  return paths.flatMap(({ entries }) => {
    const signer = entries[0]?.certificate
    const last = entries.at(-1)?.certificate
    return signer === undefined || last === undefined
      ? []
      : [`${signer.subject.text} under ${last.issuer.text}`]
  })
}

/** The name of the link that was opened last before this descriptor came. */
function linkBefore(
  { evidence, facts }: CheckContext,
  { seq }: DescriptorEvidence,
): string | undefined {
  const url = evidence.all('link.opened').findLast((event) => event.seq < seq)?.url
  const { target } = facts
  return url === target.link ? 'demo' : target.links?.find(([, other]) => other === url)?.[0]
}

function agentOf({ exchange }: DescriptorEvidence): string | undefined {
  return headerValue(exchange.request.headers, 'User-Agent')
}
