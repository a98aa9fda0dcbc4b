import { escapeText } from '../../../wire/escape.ts'
import { browserApplicationId } from '../../../wire/wsp/application-ids.table.ts'
import { applicationIdOf } from '../../../wire/wsp/push-headers.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { amongOffers, ownWsp } from '../../scripted-pushes.ts'

const addressed = (context: CheckContext) =>
  amongOffers(context, ownWsp(context, 'application')).flatMap((message) => {
    const { push } = message.reading
    return push === undefined ? [] : [{ message, application: applicationIdOf(push.headers) }]
  })

/** The browser; the download agent and the manager of Java suites, where a phone has them (OMNA). */
const takesLinks: readonly number[] = [browserApplicationId, 0x11, 0x12]

export default defineCheck({
  row: 'W13',
  level: 'must',
  clause: 'PUSH-APPLICATION',
  title: 'A push with a link is for an application that takes links',
  applies: (context) => addressed(context).length > 0,
  absent: 'no push was sent whose WSP the target wrote',
  *judge(context) {
    for (const { message, application } of addressed(context)) {
      const { id, uri } = application
      const told = id === undefined ? `"${escapeText(uri ?? '', 60)}"` : String(id)
      yield id !== undefined && takesLinks.includes(id)
        ? pass(message, `application ${told}`)
        : fail(message, {
            actual: `X-Wap-Application-Id ${told}`,
            expected: 'none, or 2 for the browser',
          })
    }
  },
  explain: `A push goes to the application that its header names, and to the browser where it names none. Id 0 stands for any application and is registered to none, 4 is for multimedia messages, 7 for device management: phones hand the push there or drop it. Kannel writes 0 by itself when its configuration names nothing it knows, so look at what leaves the gateway.`,
})
