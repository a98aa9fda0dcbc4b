import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownOfAnyKind } from '../../scripted-pushes.ts'

const octetsMax = 2048

/** Links that a Symbian phone would hold. */
const linked = (context: CheckContext) =>
  context.facts.profile.platform === 'symbian'
    ? ownOfAnyKind(context, 'link').flatMap((message) =>
        message.links.map((link) => ({ message, octets: new TextEncoder().encode(link).length })),
      )
    : []

export default defineCheck({
  row: 'N06',
  level: 'must',
  clause: 'S60-LINK-LENGTH',
  title: 'A link for a Symbian phone has at most 2,048 octets',
  applies: (context) => linked(context).length > 0,
  absent: 'no link was sent to a Symbian phone',
  *judge(context) {
    for (const { message, octets } of linked(context)) {
      yield octets > octetsMax
        ? fail(message, { actual: `a link of ${octets} octets`, expected: `at most ${octetsMax}` })
        : pass(message, `a link of ${octets} octets`)
    }
  },
  explain: `The download manager of S60 holds URLs of 2,048 octets and refuses longer ones before it asks for anything. In a text such a link is also cut into more than a dozen segments, each of which can be lost. Put a short token into the link, and keep what it stands for on the server.`,
})
