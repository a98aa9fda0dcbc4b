import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { pushedParts } from '../../pushed-messages.ts'
import type { PushedPart } from '../../pushed-messages.ts'

/** Each segment for a port, with the first one of the target. */
function pairs({ evidence }: CheckContext): readonly (readonly [PushedPart, PushedPart])[] {
  const [first, ...others] = pushedParts(evidence).filter(
    ({ concatenation, ports }) => concatenation !== undefined && ports !== undefined,
  )
  return first === undefined ? [] : others.map((other) => [first, other] as const)
}

export default defineCheck({
  row: 'W07',
  level: 'field',
  clause: 'SMS-ELEMENT-ORDER',
  title: 'The headers of all segments have their elements in one order',
  applies: (context) => pairs(context).length > 0,
  absent: 'no push was sent in segments',
  *judge(context) {
    for (const [first, part] of pairs(context)) {
      const [expected, actual] = [orderOf(first), orderOf(part)]
      yield actual === expected
        ? pass(part.event, actual)
        : fail(part.event, { actual, expected, cause: first.event })
    }
  },
  explain: `Ports may stand before the concatenation or behind it, and so may the reference be of 8 or 16 bits: phones take either. A server that changes between them has two places where it writes headers, and phones are less sure to put such segments together. Let one function write the header of every segment.`,
})

function orderOf({ elements }: PushedPart): string {
  return elements.map(nameOf).join(' before ')
}

function nameOf(element: PushedPart['elements'][number]): string {
  switch (element.kind) {
    case 'ports':
      return `ports of ${element.portBits} bits`
    case 'concatenation':
      return `reference of ${element.referenceBits} bits`
    default:
      return `element 0x${element.id.toString(16).padStart(2, '0')}`
  }
}
