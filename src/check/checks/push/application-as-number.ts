import { escapeText } from '../../../wire/escape.ts'
import { applicationIdOf } from '../../../wire/wsp/push-headers.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownWsp } from '../../scripted-pushes.ts'

const addressed = (context: CheckContext) =>
  ownWsp(context, 'application').flatMap((message) => {
    const { push } = message.reading
    return push === undefined ? [] : [{ message, application: applicationIdOf(push.headers) }]
  })

export default defineCheck({
  row: 'W14',
  level: 'should',
  clause: 'PUSH-WELL-KNOWN',
  title: 'The application of a push is named by its number',
  applies: (context) => addressed(context).length > 0,
  absent: 'no push was sent whose WSP the target wrote',
  *judge(context) {
    for (const { message, application } of addressed(context)) {
      const { form, id, uri } = application
      yield form === 'text' && id !== undefined
        ? fail(message, {
            actual: `"${escapeText(uri ?? String(id), 60)}" as text`,
            expected: `the number ${id}`,
          })
        : pass(
            message,
            form === 'absent' ? 'no application is named' : `application ${id ?? 'of its own'}`,
          )
    }
  },
  explain: `The header can hold a number or a URI, and phones are known that read only the number: they drop a push whose application is spelled out, although it is the browser. The URI takes another 25 octets. Send AF 82, or leave the header away, which means the same.`,
})
