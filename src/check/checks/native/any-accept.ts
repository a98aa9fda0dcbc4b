import type { CheckContext } from '../../check.ts'
import { defineCheck, pass } from '../../check.ts'
import {
  asks,
  isNamedAsBefore,
  isWholeAgain,
  packageProbes,
  refused,
} from '../../package-probes.ts'
import { headerValue } from '../../../wire/http-fields.ts'

/** Asked for by the same phone, part or condition apart, with another Accept than before. */
const others = (context: CheckContext) =>
  packageProbes(context).filter(
    (one) =>
      asks(one, 'Accept') !== headerValue(one.whole.request.headers, 'Accept') &&
      isNamedAsBefore(one) &&
      one.probe.request.method === 'GET' &&
      asks(one, 'Range') === undefined,
  )

export default defineCheck({
  row: 'N21',
  level: 'must',
  clause: 'NATIVE-ANY-ACCEPT',
  title: 'A phone whose Accept does not name the type of the package gets it all the same',
  applies: (context) => others(context).length > 0,
  absent: 'no native package was asked for with an Accept that does not name its type',
  *judge(context) {
    for (const one of others(context)) {
      yield isWholeAgain(one)
        ? pass(one.probe, 'the same package for another Accept')
        : refused(one, 'for an Accept without its type', 'the same package')
    }
  },
  explain: `Browsers of Symbian phones list what they show, and leave the types of their installers to an asterisk at the end: a Nokia E63 does not name x-epoc/x-sisx-app, though its UAProf document does. A server that goes by the list answers 406, or sends the build for another phone. Go by User-Agent and UAProf, and look at Accept for nothing.`,
})
