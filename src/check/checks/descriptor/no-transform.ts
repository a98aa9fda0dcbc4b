import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValues } from '../../../wire/http-fields.ts'

export default defineCheck({
  row: 'S25',
  level: 'field',
  clause: 'RFC9111-NO-TRANSFORM',
  title: 'Descriptors and packages are not to be changed by gateways',
  applies: ({ evidence }) => evidence.descriptors.length > 0 || evidence.packages.length > 0,
  absent: 'neither a descriptor nor a package was sent',
  *judge(context) {
    for (const found of [...context.evidence.descriptors, ...context.evidence.packages]) {
      const control = headerValues(found.response.headers, 'Cache-Control').join(', ')
      yield /no-transform/i.test(control)
        ? pass(found, 'Cache-Control: no-transform')
        : fail(found, {
            actual:
              control === '' ? 'no Cache-Control' : `Cache-Control "${escapeText(control, 60)}"`,
            expected: 'no-transform',
          })
    }
  },
  explain: `Gateways that recode content for small screens changed descriptors and packages on the way: the size no longer matches, or a signature breaks. no-transform tells them to leave the octets alone.`,
})
