import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { groupSegments } from '../../segment-groups.ts'
import type { SegmentGroup } from '../../segment-groups.ts'

/** Each message in segments with the one before it to the same phone. */
function pairs({ evidence }: CheckContext): readonly (readonly [SegmentGroup, SegmentGroup])[] {
  const groups = groupSegments(evidence)
  return groups.flatMap((group, index) => {
    const before = groups
      .slice(0, index)
      .findLast(({ first }) => first.from === group.first.from && first.to === group.first.to)
    return before === undefined ? [] : [[before, group] as const]
  })
}

export default defineCheck({
  level: 'must',
  clause: 'SMS-CONCATENATION',
  title: 'The segments of the next message have another reference',
  applies: (context) => pairs(context).length > 0,
  absent: 'no two messages in segments were sent to one phone',
  *judge(context) {
    for (const [before, group] of pairs(context)) {
      yield before.reference === group.reference
        ? fail(group.first, {
            actual: `reference ${group.reference} again`,
            expected: 'another than that of the message before',
            cause: before.first,
          })
        : pass(group.first, `reference ${group.reference} after ${before.reference}`)
    }
  },
  explain: `Segments are put together by sender, reference and total alone. Where every message has the same reference, a phone that missed a segment of one order fills the gap with a segment of the next, and shows a link made of two. Count the reference up with each message that has segments.`,
})
