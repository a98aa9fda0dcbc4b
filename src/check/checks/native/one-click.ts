import { headerValue } from '../../../wire/http-fields.ts'
import type { CheckContext } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { isForeignOpening } from '../../other-platforms.ts'
import { isPageLink, packageAnswers } from '../../native-links.ts'
import type { Asked } from '../../native-links.ts'

export default defineCheck({
  row: 'N42',
  level: 'must',
  clause: 'NATIVE-ONE-CLICK',
  title: 'Nothing stands between the link and the package',
  applies: (context) => packageAnswers(context, 'GET').length > 0,
  absent: 'no native phone followed a link to its end',
  *judge(context) {
    for (const asked of packageAnswers(context, 'GET')) {
      const { status, headers } = asked.response
      const isPage = /^text\/(?:html|vnd\.wap)|xhtml/i.test(
        headerValue(headers, 'Content-Type') ?? '',
      )
      if (status === 401 || status === 407) {
        yield fail(asked, {
          actual: `a question for a password (${status})`,
          expected: 'the package',
        })
      } else if (status === 200 && isPage && !isMeantAsPage(context, asked)) {
        yield fail(asked, { actual: 'a page', expected: 'the package' })
      } else yield pass(asked, `status ${status}`)
    }
  },
  explain: `A push installation is one click: whoever gets the message has no account at the server. Most phones do not let a user go on from a page to a package either, since the download manager fetches it without the cookies of the browser.`,
})

/** The link leads to one, or it refuses a phone for which the package is not. */
function isMeantAsPage(context: CheckContext, asked: Asked): boolean {
  return isPageLink(context.facts, asked) || isForeignOpening(context, asked)
}
