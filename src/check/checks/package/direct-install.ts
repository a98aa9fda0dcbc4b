import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'

/** Links that an earlier descriptor named as its package, or that are called like one. */
const direct = ({ evidence }: CheckContext) =>
  evidence
    .exchanges('descriptor')
    .filter(
      ({ seq, request, failure }) =>
        failure?.cause !== 'cancelled' &&
        (isCalledPackage(request.url) ||
          evidence.descriptors.some((one) => one.seq < seq && one.jarUrl === request.url)),
    )

function isCalledPackage(url: string): boolean {
  return /\.jar$/i.test(new URL(url).pathname)
}

export default defineCheck({
  row: 'S48',
  level: 'field',
  clause: 'MIDP2-OTA-DISC-03',
  title: 'A package that is asked for without its descriptor is given, or clearly refused',
  applies: (context) => direct(context).length > 0,
  absent: 'no package was opened as a link',
  *judge(context) {
    for (const exchange of direct(context)) {
      const { response, failure } = exchange
      if (response === undefined || response.status >= 500) {
        const seen =
          response === undefined ? (failure?.detail ?? 'no answer') : `status ${response.status}`
        yield fail(exchange, {
          actual: `${seen} for a package without its descriptor`,
          expected: '200, or a status of the 400s',
        })
      } else yield pass(exchange, `status ${response.status} for a package without its descriptor`)
    }
  },
  explain: `Users forward links to packages, and phones then skip the descriptor. A server that falls over because it misses its session leaves them without an explanation. Give out the package, or answer 403 or 404.`,
})
