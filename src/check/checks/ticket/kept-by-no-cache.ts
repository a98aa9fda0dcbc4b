import { cacheDirectives, quoteCacheControl } from '../../cache-directives.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { isNativePhone } from '../../native-links.ts'
import { isGivenOut, ticketOpenings } from '../../ticket-openings.ts'
import type { TicketOpening } from '../../ticket-openings.ts'

/** Packages that a link for one phone led to at once. */
const given = (context: CheckContext) =>
  isNativePhone(context)
    ? ticketOpenings(context).filter(({ exchange }) => isGivenOut(exchange))
    : []

export default defineCheck({
  row: 'N43',
  level: 'should',
  clause: 'TICKET-NOT-SHARED',
  title: 'A package behind a link for one phone is kept by no cache that others share',
  applies: (context) => given(context).length > 0,
  absent: 'no link for one phone led to a native package',
  *judge(context) {
    for (const opening of given(context)) yield judgeOpening(opening)
  },
  explain: `The gateway of an operator keeps what nobody forbids it to, and gives it to whoever asks next: after the link has ended, after its order was cancelled, and in the build for another phone. Cache-Control: private or no-store keeps it out. With no-store send ETag or Last-Modified all the same, by which a download that broke off goes on.`,
})

function judgeOpening({ exchange }: TicketOpening): Judgement {
  const { response } = exchange
  if (response === undefined) return pass(exchange, 'nothing came')
  const directives = cacheDirectives(response)
  const isKeptOut = directives.some((one) => /^(?:no-store|private)(?:=|$)/.test(one))
  const isNamed = ['ETag', 'Last-Modified'].some(
    (name) => headerValue(response.headers, name) !== undefined,
  )
  if (!isKeptOut) {
    const expected = 'Cache-Control: private or no-store'
    return fail(exchange, { actual: quoteCacheControl(response), expected })
  }
  return isNamed || !directives.includes('no-store')
    ? pass(exchange, quoteCacheControl(response))
    : fail(exchange, {
        actual: `${quoteCacheControl(response)} without ETag and Last-Modified`,
        expected: 'a version to go on by',
      })
}
