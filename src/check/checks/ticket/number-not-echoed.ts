import { headerValue } from '../../../wire/http-fields.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { digitsOf } from '../../ticket-openings.ts'

const numberPattern = /msisdn|calling-line-id/i

export default defineCheck({
  row: 'N65',
  level: 'should',
  clause: 'TICKET-NUMBER',
  title: 'The number that a field of the request holds is not sent back',
  applies: ({ evidence }) => evidence.exchanges().some(({ probe }) => probe === 'forged-number'),
  absent: 'no request named the number of a phone in a field, as gateways do',
  *judge({ evidence }) {
    for (const { seq, probe, request, response } of evidence.exchanges()) {
      if (probe !== 'forged-number' || response === undefined) continue
      const [, value = ''] = request.headers.find(([name]) => numberPattern.test(name)) ?? []
      const number = digitsOf(value)
      const said = `${headerValue(response.headers, 'Location') ?? ''} ${Buffer.from(response.body).toString('latin1')}`
      yield number !== '' && digitsOf(said).includes(number)
        ? fail({ seq }, { actual: `the number in the answer`, expected: 'an answer without it' })
        : pass({ seq }, `status ${response.status}, and no number in it`)
    }
  },
  explain: `What a page or a redirect repeats is kept by caches, logs and the next server, and shows one user the number of another where a proxy mixes them up. Nobody needs it there: the phone knows its number. Leave the fields of gateways out of answers and of links.`,
})
