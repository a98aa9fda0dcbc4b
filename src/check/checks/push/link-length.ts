import { defineCheck, fail, pass } from '../../check.ts'
import { shownIndications } from '../../indications.ts'
import type { CheckContext } from '../../check.ts'

const octetsMax = 255

const linked = (context: CheckContext) =>
  shownIndications(context).flatMap(({ message, indication: { href } }) =>
    href === undefined ? [] : [{ message, octets: new TextEncoder().encode(href).length }],
  )

export default defineCheck({
  level: 'field',
  clause: 'SI-LINK-LENGTH',
  title: 'The link of an indication has at most 255 octets',
  applies: (context) => linked(context).length > 0,
  absent: 'no service indication with a link was sent',
  *judge(context) {
    for (const { message, octets } of linked(context)) {
      yield octets > octetsMax
        ? fail(message, { actual: `a link of ${octets} octets`, expected: `at most ${octetsMax}` })
        : pass(message, `a link of ${octets} octets`)
    }
  },
  explain: `Phones hold URLs in fields of fixed length: 255 or 256 octets are known of several, and what is longer is cut or dropped. A long link also makes two or three messages of one. Keep what the server knows anyway on the server, and put a short token into the link.`,
})
