import type { Exchange } from '../../../trace/events.ts'
import { defineCheck, fail, inconclusive, type Judgement, pass } from '../../check.ts'
import { credentialedFetches } from '../../realms.ts'

export default defineCheck({
  row: 'S54',
  level: 'must-if',
  clause: 'RFC7617-BASIC',
  title: 'Right credentials are answered 200, wrong ones 401',
  applies: ({ evidence }) => credentialedFetches(evidence).length > 0,
  absent: 'no credentials were sent after a challenge of the target',
  *judge({ evidence }) {
    for (const exchange of credentialedFetches(evidence)) {
      const { response, credentials } = exchange
      if (response === undefined) continue
      yield credentials === 'wrong'
        ? judgeWrong(exchange, response.status)
        : judgeRight(exchange, response.status)
    }
  },
  explain: `Only 401 makes a phone ask its user again; after 403, or after a redirect to a form it cannot fill in, the installation is over and, at the descriptor, nothing is reported. Check credentials on each request, without sessions or cookies: 200 with the right ones, 401 with a Basic challenge for all others.`,
})

function judgeRight(exchange: Exchange, status: number): Judgement {
  if (status === 200 || status === 206) {
    return pass(exchange, `the right credentials were answered ${status}`)
  }
  // At a package 403 can be about anything, such as a cookie; package/available judges it.
  const isRefused = status === 401 || (status === 403 && exchange.purpose === 'descriptor')
  return isRefused
    ? fail(exchange, { actual: `status ${status} for the right credentials`, expected: '200' })
    : inconclusive(exchange, `blocked by ${blockerOf(exchange)}: status ${status}`)
}

function judgeWrong(exchange: Exchange, status: number): Judgement {
  if (status === 401) return pass(exchange, 'wrong credentials were answered 401')
  return status >= 500
    ? inconclusive(exchange, `blocked by ${blockerOf(exchange)}: status ${status}`)
    : fail(exchange, { actual: `status ${status} for wrong credentials`, expected: '401' })
}

function blockerOf({ purpose, response }: Exchange): string {
  const status = response?.status ?? 0
  if (status >= 300 && status < 400) return 'http/redirects'
  if (status === 503) return 'http/retry-after-seconds'
  return purpose === 'package' ? 'package/available' : 'descriptor/media-type'
}
