import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { isForeignOpening } from '../../other-platforms.ts'
import { orderedTickets } from '../../ticket-openings.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { isOutdated, packageAnswers } from '../../native-links.ts'
import type { Asked } from '../../native-links.ts'

const isInterim = (status: number) =>
  status === 401 || status === 407 || status === 503 || (status >= 300 && status < 400)

export default defineCheck({
  row: 'N30',
  level: 'must',
  clause: 'NATIVE-AVAILABLE',
  title: 'What the link names is given out with 200',
  applies: (context) => packageAnswers(context, 'GET').length > 0,
  absent: 'no native phone followed a link to its end',
  *judge(context) {
    for (const asked of packageAnswers(context, 'GET')) {
      const { status } = asked.response
      const url = escapeText(asked.request.url, 100)
      const isPart = status === 206 && asked.request.headers.some(([name]) => /^range$/i.test(name))
      if (status === 200 || isPart) yield pass(asked, `status ${status} at ${url}`)
      else if (
        !isOddConnection(asked) &&
        !isOutdated(asked) &&
        !isInterim(status) &&
        !isExpired(context.facts.target.links, asked.request.url) &&
        !isTicket(context, asked.request.url) &&
        !isForeignOpening(context, asked)
      ) {
        yield fail(asked, { actual: `status ${status} at ${url}`, expected: 'status 200' })
      }
    }
  },
  explain: `Every other answer is an error note of the browser or the download manager: the user has nothing to try but the same link again. Nothing is reported to the server.`,
})

/** That of a gateway, or of a phone that opens one for each request: whether they are answered is for http/version-1-0 and http/connections. */
function isOddConnection({ request }: Asked): boolean {
  const connection = headerValue(request.headers, 'Connection') ?? ''
  return request.version === '1.0' || connection.toLowerCase() === 'close'
}

/** Links for one phone end: how is for ticket/* to say. */
function isTicket(context: CheckContext, url: string): boolean {
  return orderedTickets(context).some(({ link }) => link === url)
}

/** The target file says that it is over. */
function isExpired(
  links: readonly (readonly [name: string, url: string])[] | undefined,
  url: string,
): boolean {
  return (links ?? []).some(([name, one]) => name.includes('expired') && one === url)
}
