import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { orderedTickets } from '../../ticket-openings.ts'
import { bitsBetween } from '../../varying-bits.ts'

const bitsMin = 64
/** Two letters of random tokens may well be equal by chance. */
const bitsByChance = 12

/** Two links of one server at least, to see what of them varies. */
function links(context: CheckContext): readonly string[] {
  return [...new Set(orderedTickets(context).map(({ link }) => link))]
}

export default defineCheck({
  row: 'N07',
  level: 'field',
  clause: 'TICKET-SECRET',
  title: 'Links for one phone cannot be guessed from each other',
  applies: (context) => links(context).length > 1,
  absent: 'the target did not push two links that differ',
  *judge(context) {
    const found = orderedTickets(context).at(-1)
    if (found === undefined) return
    const bits = bitsBetween(links(context))
    yield bits < bitsMin - bitsByChance
      ? fail(found.message, {
          actual: `about ${bits} bits in which links differ`,
          expected: `at least ${bitsMin}`,
        })
      : pass(found.message, `about ${bits} bits in which links differ`)
  },
  explain: `A counter, a time or a short code in a link lets anyone who has one message find the links of others: a script tries neighbours faster than a server notices. What lies behind is the client of a company, often with the name of its user in it. Take 128 random bits from the generator of the operating system for each token, and put nothing else in their place.`,
})
