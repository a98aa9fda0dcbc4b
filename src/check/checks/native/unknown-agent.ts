import { headerValue } from '../../../wire/http-fields.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { defineCheck, pass } from '../../check.ts'
import { asks, isWholeAgain, packageProbes, refused } from '../../package-probes.ts'
import type { PackageProbe } from '../../package-probes.ts'

/** By somebody whose name says nothing of the phone. */
const unknown = (context: CheckContext) =>
  packageProbes(context).filter((one) => {
    const [name, before] = [
      asks(one, 'User-Agent'),
      headerValue(one.whole.request.headers, 'User-Agent'),
    ]
    return name !== undefined && before !== undefined && !name.startsWith(before)
  })

export default defineCheck({
  row: 'N20',
  level: 'should',
  clause: 'NATIVE-UNKNOWN-AGENT',
  title: 'A program whose name nobody knows is not turned away',
  applies: (context) => unknown(context).length > 0,
  absent: 'no native package was asked for by a program of an unknown name',
  *judge(context) {
    for (const one of unknown(context)) yield judgeProbe(one)
  },
  explain: `Opera on Windows Mobile calls itself a browser of Windows NT, and nothing in the request tells it from one at a desk. A server that refuses what it does not know leaves such a user without any way to the client. Give what the link was made for; where it leads to many builds, a page that lets the user choose.`,
})

function judgeProbe(one: PackageProbe): Judgement {
  const { status = 0 } = one.response ?? {}
  if (isWholeAgain(one)) return pass(one.probe, 'the same package for an unknown name')
  return status >= 200 && status < 400
    ? pass(one.probe, `status ${status} for an unknown name`)
    : refused(one, 'for a program of an unknown name', 'the package, or a page to choose from')
}
