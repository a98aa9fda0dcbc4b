import type { Deviation } from '../wire/attributes.ts'
import { headerValue } from '../wire/http-fields.ts'
import { jadMediaType } from '../wire/media-types.ts'
import { type CheckContext, fail, inconclusive, type Judgement, pass } from './check.ts'
import type { DescriptorEvidence } from './evidence.ts'

/**
 * Judges every descriptor whose text can be made out. For the others it says which check stands in the way, so that
 * one defect is not counted against many.
 *
 * @param own the id of the check that asks, if it can itself be what stands in the way
 */
export function judgeLegible(
  { evidence: { descriptors } }: CheckContext,
  judge: (found: DescriptorEvidence) => Iterable<Judgement>,
  own?: string,
): Iterable<Judgement> {
  const judgeOne = (found: DescriptorEvidence): Iterable<Judgement> => {
    const obstacle = obstacleTo(found)
    return obstacle === undefined || obstacle === own
      ? judge(found)
      : [inconclusive(found, `blocked by ${obstacle}: the descriptor cannot be read`)]
  }
  const [only] = descriptors
  // Most traces have one, and a generator within a generator costs more than what is judged in it.
  return only !== undefined && descriptors.length === 1
    ? judgeOne(only)
    : inTurn(descriptors, judgeOne)
}

function* inTurn(
  descriptors: readonly DescriptorEvidence[],
  judge: (found: DescriptorEvidence) => Iterable<Judgement>,
): Iterable<Judgement> {
  for (const found of descriptors) yield* judge(found)
}

/** What a check of the text looks for, and how it speaks of it. */
interface Search {
  readonly isOne: (deviation: Deviation) => boolean
  readonly expected: string
  /** What was seen when there is none. */
  readonly none: string
}

/** Each departure of the wanted kind is a failure of its own. */
export function* judgeDeviations(found: DescriptorEvidence, search: Search): Iterable<Judgement> {
  const departures = found.descriptor.deviations.filter((deviation) => search.isOne(deviation))
  if (departures.length === 0) yield pass(found, search.none)
  for (const departure of departures) {
    const kind = departure.rule.replaceAll('-', ' ')
    yield fail(found, {
      actual: `${kind} in ${placeIn(departure)}: "${departure.found}"`,
      expected: search.expected,
    })
  }
}

/** Most checks of descriptors ask; the answer is the same for each. */
const obstacles = new WeakMap<DescriptorEvidence, { readonly check: string | undefined }>()

/** The check that says why the text of a descriptor cannot be made out. */
function obstacleTo(found: DescriptorEvidence): string | undefined {
  const known = obstacles.get(found) ?? { check: findObstacle(found) }
  obstacles.set(found, known)
  return known.check
}

function findObstacle(found: DescriptorEvidence): string | undefined {
  if (isCoded(found)) return 'descriptor/no-content-coding'
  const { attributes, deviations, wellFormed } = found.descriptor
  if (attributes.some(({ name }) => /MIDlet-/i.test(name))) return undefined
  const undecoded = deviations.some(
    ({ rule }) => rule === 'unsupported-charset' || rule === 'undecodable-octets',
  )
  if (undecoded) return 'descriptor/decodes-in-charset'
  if (found.mediaType?.essence !== jadMediaType) return 'descriptor/media-type'
  return wellFormed ? undefined : 'descriptor/grammar'
}

/** Sent with a content coding, so that the octets are no text. */
export function isCoded({ response }: Pick<DescriptorEvidence, 'response'>): boolean {
  const coding = headerValue(response.headers, 'Content-Encoding')
  return coding !== undefined && !/^\s*(identity)?\s*$/i.test(coding)
}

/** Where in a descriptor, for a reader with an editor or a hex dump. */
export function placeIn(place: { readonly line: number; readonly offset: number }): string {
  return `line ${place.line} (octet ${place.offset})`
}
