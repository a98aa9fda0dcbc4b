import { escapeText } from '../../../wire/escape.ts'
import { httpHost, isLoopback } from '../../hosts.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownOfAnyKind } from '../../scripted-pushes.ts'

/** Links into the world; what is on loopback here is elsewhere once it is in use. */
const linked = (context: CheckContext) =>
  ownOfAnyKind(context, 'link').flatMap((message) =>
    message.links.flatMap((link) => {
      const host = httpHost(link)
      return host === undefined || isLoopback(host.name) ? [] : [{ message, link, host }]
    }),
  )

export default defineCheck({
  row: 'N08',
  level: 'field',
  clause: 'LINK-PORT',
  title: 'A link leads to a port that the gateways of operators pass',
  applies: (context) => linked(context).length > 0,
  absent: 'no link to a host beyond loopback was sent',
  *judge(context) {
    for (const { message, link, host } of linked(context)) {
      yield host.isUsualPort
        ? pass(message, 'the port of its scheme')
        : fail(message, {
            actual: `port ${host.port} in "${escapeText(link, 80)}"`,
            expected: '80, or 443 with https',
          })
    }
  },
  explain: `Behind the WAP access point of an operator a gateway fetches the link, and many pass only ports 80 and 443. The link then works at the desk and over the internet access point, and fails for users whose phone chooses the other one. Serve packages at the port of the scheme, or ask the operators which others they pass.`,
})
