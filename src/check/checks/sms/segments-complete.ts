import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { groupSegments } from '../../segment-groups.ts'

const groups = ({ evidence }: CheckContext) => groupSegments(evidence)

export default defineCheck({
  row: 'W05',
  level: 'must',
  clause: 'SMS-CONCATENATION',
  title: 'Each segment of a message has a number of its own',
  applies: (context) => groups(context).length > 0,
  absent: 'no message was sent in segments',
  *judge(context) {
    for (const { first, total, sequences, collides } of groups(context)) {
      const missing = total - new Set(sequences).size
      const told = `segments ${sequences.join(', ')} of ${total}`
      if (collides) yield fail(first, { actual: told, expected: 'another number for each' })
      else if (missing > 0) yield inconclusive(first, `${told}: the others did not come`)
      else yield pass(first, `${total} segments, each under its own number`)
    }
  },
  explain: `A phone keeps what it has of a message and shows nothing until the last segment is there; when one never comes, the order has vanished without a word, and the memory of old phones is full. Number segments from 1 to the total, give all of them the same reference and total, and submit all of them or none.`,
})
