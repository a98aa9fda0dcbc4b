import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { parseMediaType } from '../../../wire/media-types.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { packageAnswers } from '../../native-links.ts'
import type { Asked } from '../../native-links.ts'
import { nativeFormatOf } from '../../native-packages.ts'
import type { NativeView } from '../../native-packages.ts'

const nativeMediaTypes: readonly string[] = [
  'application/vnd.symbian.install',
  'x-epoc/x-sisx-app',
  'application/vnd.ms-cab-compressed',
]

/** What phones find out; a wrong checksum of a whole SISX package is none of it. */
function damageOf(view: NativeView): string | undefined {
  if (view.format === 'broken') return view.problem
  if (view.format === 'cab') return undefined
  return view.sis.notes.find(({ blocking }) => blocking)?.found
}

/** Answers that say to be a package by their media type, and by nothing else. */
function labelledAlone(context: CheckContext): readonly Asked[] {
  return packageAnswers(context, 'GET').filter(({ response: { status, headers, body } }) => {
    const type = parseMediaType(headerValue(headers, 'Content-Type') ?? '')
    return (
      status === 200 &&
      type !== undefined &&
      nativeMediaTypes.includes(type.essence) &&
      nativeFormatOf(body) === undefined
    )
  })
}

export default defineCheck({
  row: 'N18',
  level: 'must',
  clause: 'NATIVE-INTACT',
  title: 'A native package is whole and holds what it says',
  applies: (context) =>
    context.evidence.nativePackages.length > 0 || labelledAlone(context).length > 0,
  absent: 'no native package was sent',
  *judge(context) {
    for (const asked of labelledAlone(context)) {
      const { length } = asked.response.body
      yield fail(asked, {
        actual: `${length} octets that begin like no package, labelled as one`,
        expected: 'a package that can be read whole',
      })
    }
    for (const found of context.evidence.nativePackages) {
      const damage = damageOf(found.view)
      yield damage === undefined
        ? pass(found, `${found.octets.length} octets of a readable package`)
        : fail(found, {
            actual: escapeText(damage, 160),
            expected: 'a package that can be read whole',
          })
    }
  },
  explain: `Symbian says "unable to install", Windows Mobile that it is no valid setup file, and neither tells the server. Transfers in text mode, a template engine and a compressing proxy are the usual causes.`,
})
