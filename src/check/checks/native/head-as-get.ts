import { headerValue } from '../../../wire/http-fields.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { isPublishedBetween, packageAnswers } from '../../native-links.ts'
import type { Asked } from '../../native-links.ts'
import { orderedTickets, whenIs } from '../../ticket-openings.ts'

const compared = ['Content-Type', 'Content-Length', 'ETag'] as const

/** By a new version, or by the end of a link for one phone. */
function isChangedBetween(context: CheckContext, head: Asked, get: Asked): boolean {
  const isEndBetween = orderedTickets(context).some(
    (ticket) =>
      ticket.link === get.request.url &&
      whenIs(head.startedAt, ticket) !== whenIs(get.startedAt, ticket),
  )
  return isEndBetween || isPublishedBetween(context, head, get)
}

export default defineCheck({
  row: 'N31',
  level: 'must',
  clause: 'NATIVE-HEAD',
  title: 'HEAD is answered as GET is, without the octets',
  applies: (context) => packageAnswers(context, 'HEAD').length > 0,
  absent: 'no phone asked with HEAD first',
  *judge(context) {
    // The rest of what broke off has a length of its own.
    const gets = packageAnswers(context, 'GET').filter(
      ({ request }) => headerValue(request.headers, 'Range') === undefined,
    )
    for (const head of packageAnswers(context, 'HEAD')) {
      const { status } = head.response
      const get = gets.find(
        ({ seq, request }) => seq > head.seq && request.url === head.request.url,
      )
      if (status === 405 || status === 501) {
        yield fail(head, { actual: `status ${status} for HEAD`, expected: 'as for GET' })
      } else if (get !== undefined && !isChangedBetween(context, head, get)) {
        const other = compared.find(
          (name) =>
            headerValue(head.response.headers, name) !== headerValue(get.response.headers, name),
        )
        if (other === undefined && status === get.response.status) {
          yield pass(head, `status ${status} for both`)
        } else {
          const name = other ?? 'status'
          yield fail(head, {
            actual: `another ${name} than for GET`,
            expected: 'the same',
            cause: get,
          })
        }
      }
    }
  },
  explain: `The download manager of S60 asks with HEAD, shows the user type and size, and goes on with GET only where HEAD went well. A script that does not know HEAD, or gives another type or length for it, ends the installation before it begins.`,
})
