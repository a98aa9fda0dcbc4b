import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'

const names = ['MIDlet-Permissions', 'MIDlet-Permissions-Opt'] as const

function lists({ evidence }: CheckContext) {
  return evidence.descriptors.flatMap((found) =>
    names.flatMap((name) => {
      const value = found.value(name)
      return value === undefined ? [] : [{ found, name, value }]
    }),
  )
}

export default defineCheck({
  level: 'must-if',
  clause: 'PKG21-PERMISSIONS',
  title: 'Permissions are names separated by commas',
  applies: (context) => lists(context).length > 0,
  absent: 'no descriptor that asks for permissions was sent',
  *judge(context) {
    for (const { found, name, value } of lists(context)) {
      const wrong = value.split(',').find((one) => !/^[ \t]*[\w$]+(?:\.[\w$]+)+[ \t]*$/.test(one))
      yield wrong === undefined
        ? pass(found, `${name} has ${value.split(',').length} names`)
        : fail(found, {
            actual: `"${escapeText(wrong, 60)}" in ${name}`,
            expected: 'names such as javax.microedition.io.Connector.http, separated by commas',
          })
    }
  },
  explain: `A name that a phone does not know forbids the installation of a signed suite with 910 when it stands in MIDlet-Permissions, and an empty name, as a comma too many leaves it, is one: phoneME reports 906 for it. Names are case-sensitive; permissions that the suite can do without belong into MIDlet-Permissions-Opt.`,
})
