import type { CheckContext } from '../../check.ts'
import { defineCheck, pass } from '../../check.ts'
import { asks, packageProbes, refused } from '../../package-probes.ts'
import { headerValue } from '../../../wire/http-fields.ts'

/** The same phone under a name that something on the way added to. */
const renamed = (context: CheckContext) =>
  packageProbes(context).filter((one) => {
    const [name, before] = [
      asks(one, 'User-Agent'),
      headerValue(one.whole.request.headers, 'User-Agent'),
    ]
    // Whether HEAD is known at all is for native/head-as-get to say.
    if ([405, 501].includes(one.response?.status ?? 0)) return false
    return before !== undefined && name !== before && name?.startsWith(before) === true
  })

export default defineCheck({
  row: 'N44',
  level: 'field',
  clause: 'NATIVE-ANY-PROGRAM',
  title: 'What one request was given, the next is given too, whatever went over the way between',
  applies: (context) => renamed(context).length > 0,
  absent: 'no native package was asked for again under another name of the same phone',
  *judge(context) {
    for (const one of renamed(context)) {
      const { status = 0 } = one.response ?? {}
      yield status === 200 || status === 206
        ? pass(one.probe, `status ${status} under another name`)
        : refused(one, 'under another name of the phone')
    }
  },
  explain: `Browser and download manager of one phone have names of their own, and a gateway adds to them; the address changes between HEAD, GET and each part that is fetched later. A server that binds the link to what it saw first refuses the phone that it was made for. Let the link alone decide, and no header of an earlier request.`,
})
