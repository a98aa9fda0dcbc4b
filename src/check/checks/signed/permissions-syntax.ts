import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { signedDescriptors, signedPackages, signedValues } from '../../signed-suites.ts'

const names = ['MIDlet-Permissions', 'MIDlet-Permissions-Opt'] as const

/** In both documents of a signed suite; to an unsigned one the attributes say nothing (SEC21 "Permissions"). */
function lists(context: CheckContext) {
  const documents = [
    ...signedDescriptors(context).map(({ found }) => ({
      found,
      place: 'the descriptor',
      valueOf: (name: string) => found.value(name),
    })),
    ...signedPackages(context).map(({ found }) => ({
      found,
      place: 'the manifest',
      valueOf: (name: string) => signedValues(found).get(name),
    })),
  ]
  return documents.flatMap(({ found, place, valueOf }) =>
    names.flatMap((name) => {
      const value = valueOf(name)
      return value === undefined ? [] : [{ found, where: `${name} of ${place}`, value }]
    }),
  )
}

export default defineCheck({
  level: 'must-if',
  clause: 'PKG21-PERMISSIONS',
  title: 'Permissions of a signed suite are names separated by commas',
  applies: (context) => lists(context).length > 0,
  absent: 'no signed suite that asks for permissions was sent',
  *judge(context) {
    for (const { found, where, value } of lists(context)) {
      const all = value.split(',')
      const wrong = all.find((one) => !/^[ \t]*[\w$]+(?:\.[\w$]+)+[ \t]*$/.test(one))
      yield wrong === undefined
        ? pass(found, `${where} has ${all.length} ${all.length === 1 ? 'name' : 'names'}`)
        : fail(found, {
            actual: `"${escapeText(wrong, 60)}" in ${where}`,
            expected: 'names such as javax.microedition.io.Connector.http, separated by commas',
          })
    }
  },
  explain: `A name that a phone does not know forbids the installation of a signed suite with 910 when it stands in MIDlet-Permissions, and an empty name, as a comma too many leaves it, is one: phoneME reports 906 for it. Phones read the list of the manifest, which is signed, and compare that of the descriptor with it. Names are case-sensitive; permissions that the suite can do without belong into MIDlet-Permissions-Opt.`,
})
