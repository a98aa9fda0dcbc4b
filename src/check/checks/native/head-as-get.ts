import { headerValue } from '../../../wire/http-fields.ts'
import type { CheckContext } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { isPublishedBetween, packageAnswers } from '../../native-links.ts'
import type { Asked } from '../../native-links.ts'
import { isPastItsEnd } from '../../ticket-openings.ts'

const compared = ['Content-Type', 'Content-Length', 'ETag'] as const

/** What is offered changed between, or the link ended. */
function isOtherTime(context: CheckContext, head: Asked, get: Asked): boolean {
  const isOver = isPastItsEnd(context, get) && !isPastItsEnd(context, head)
  return isOver || isPublishedBetween(context, head, get)
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
      } else if (get !== undefined && !isOtherTime(context, head, get)) {
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
