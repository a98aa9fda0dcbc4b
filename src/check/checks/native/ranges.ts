import { escapeText } from '../../../wire/escape.ts'
import type { CheckContext } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import {
  answerOf,
  asks,
  isNamedAsBefore,
  isWholeAgain,
  packageProbes,
  partAsked,
} from '../../package-probes.ts'

/** Parts that the package has, asked for whatever its version. */
const parts = (context: CheckContext) =>
  packageProbes(context).filter(
    (one) =>
      one.probe.request.method === 'GET' &&
      isNamedAsBefore(one) &&
      asks(one, 'If-Range') === undefined &&
      asks(one, 'If-Unmodified-Since') === undefined &&
      partAsked(one) !== undefined,
  )

export default defineCheck({
  row: 'N35',
  level: 'should',
  clause: 'NATIVE-RANGES',
  title: 'A part of a native package can be fetched',
  applies: (context) => parts(context).length > 0,
  absent: 'no part of a native package was asked for',
  *judge(context) {
    for (const one of parts(context)) {
      const asked = escapeText(asks(one, 'Range') ?? '', 40)
      const isGiven = one.response?.status === 206
      yield isGiven
        ? pass(one.probe, `status 206 for ${asked}`)
        : fail(one.probe, {
            actual: `${isWholeAgain(one) ? 'the whole package' : answerOf(one)} for ${asked}`,
            expected: 'status 206',
            cause: one.whole,
          })
    }
  },
  explain: `The download manager of S60 keeps what has come of a package, and asks for the rest once there is coverage again. Where the server sends everything from the beginning, a train with many tunnels never gets to its end, and the user pays for each attempt. Let the web server send the file itself, or answer Range in the script.`,
})
