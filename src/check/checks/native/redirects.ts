import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { packageAnswers } from '../../native-links.ts'
import type { Asked } from '../../native-links.ts'
import { isRedirect, locationOf } from '../../redirect-ways.ts'

const redirectsMax = 3
/** S60 resumes at the place that such a one named. */
const permanent: readonly number[] = [301, 308]

/** Redirects that followed on each other, up to what they led to. */
function chains(context: CheckContext): readonly (readonly Asked[])[] {
  const found: Asked[][] = []
  for (const asked of packageAnswers(context, 'GET').filter(isRedirect)) {
    const chain = found.at(-1)
    const last = chain?.at(-1)
    if (chain === undefined || last === undefined || locationOf(last) !== asked.request.url) {
      found.push([asked])
    } else chain.push(asked)
  }
  return found
}

export default defineCheck({
  row: 'N41',
  level: 'should',
  clause: 'NATIVE-REDIRECTS',
  title: 'A link leads to a native package by three redirects at most, and to no less secure place',
  applies: (context) => chains(context).length > 0,
  absent: 'no link to a native package was redirected',
  *judge(context) {
    for (const chain of chains(context)) yield judgeChain(chain)
    for (const [before, after] of turned(context)) {
      yield fail(after, {
        actual: `a redirect for good that was to ${escapeText(locationOf(before) ?? 'nowhere', 80)} before`,
        expected: 'a place that stays, or a redirect for now (302, 307)',
        cause: before,
      })
    }
  },
  explain: `S60 asks at the original link again for each part of a download that broke off, and makes all temporary redirects again, each with a round trip of a second; phones follow a handful and then call the link dead. Point the link at the package itself, or redirect once; redirect for good only to a place that stays. From https to http a phone asks its user, or stops.`,
})

function judgeChain(chain: readonly Asked[]): Judgement {
  const lost = chain.find((one) => locationOf(one) === undefined)
  const exposed = chain.find(
    (one) => one.request.url.startsWith('https:') && locationOf(one)?.startsWith('http:') === true,
  )
  if (lost !== undefined) {
    const location = headerValue(lost.response.headers, 'Location')
    const actual =
      location === undefined ? 'no Location' : `"Location: ${escapeText(location, 100)}"`
    return fail(lost, { actual, expected: 'a URL' })
  }
  if (exposed !== undefined) {
    return fail(exposed, { actual: 'a redirect from https to http', expected: 'https' })
  }
  const place = { seq: chain[0]?.seq ?? 0 }
  return chain.length > redirectsMax
    ? fail(place, { actual: `${chain.length} redirects`, expected: `${redirectsMax} at most` })
    : pass(place, `${chain.length} ${chain.length === 1 ? 'redirect' : 'redirects'}`)
}

/** Links that were redirected for good, and the next time to somewhere else. */
function turned(context: CheckContext): readonly (readonly [before: Asked, after: Asked])[] {
  const forGood = packageAnswers(context, 'GET').filter(({ response }) =>
    permanent.includes(response.status),
  )
  return forGood.flatMap((after, index) => {
    const before = forGood.slice(0, index).findLast((one) => one.request.url === after.request.url)
    return before === undefined || locationOf(before) === locationOf(after) ? [] : [[before, after]]
  })
}
