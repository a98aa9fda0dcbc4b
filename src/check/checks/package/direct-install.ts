import { type CheckContext, defineCheck, fail, inconclusive, pass } from '../../check.ts'
import { jadMediaType, jarMediaTypes, parseMediaType } from '../../../wire/media-types.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { isGiven, refusalOf } from '../../package-fetches.ts'
import type { Exchange } from '../../../trace/events.ts'

/** Links that an earlier descriptor named as its package, that are called like one, or that gave one. */
const direct = ({ evidence }: CheckContext) =>
  evidence
    .exchanges('descriptor')
    .filter(
      (exchange) =>
        exchange.probe === undefined &&
        (isCalledPackage(exchange.request.url) ||
          hasJarType(exchange) ||
          evidence.descriptors.some(
            ({ seq, jarUrl }) => seq < exchange.seq && jarUrl === exchange.request.url,
          )),
    )

export default defineCheck({
  row: 'S48',
  level: 'field',
  clause: 'MIDP2-OTA-DISC-03',
  title: 'A package that is asked for without its descriptor is given, or clearly refused',
  applies: (context) => direct(context).length > 0,
  absent: 'no package was opened as a link',
  *judge(context) {
    for (const exchange of direct(context)) {
      const refusal = refusalOf(exchange)
      if (refusal !== undefined && exchange.response?.status === 200) {
        yield inconclusive(exchange, `blocked by http/framing: ${refusal}`)
        continue
      }
      const isPageInstead = isGiven(exchange) && isPage(exchange)
      if (isPageInstead || (refusal !== undefined && !refusal.startsWith('status 4'))) {
        const seen = refusal ?? `page (${escapeText(essenceOf(exchange) ?? '', 40)})`
        yield fail(exchange, {
          actual: `${seen} for a package without its descriptor`,
          expected: 'the package, or a status of the 400s',
        })
      } else if (refusal !== undefined) yield pass(exchange, `clearly refused: ${refusal}`)
      else if (isGiven(exchange))
        yield pass(exchange, `given: ${escapeText(essenceOf(exchange) ?? 'no label', 40)}`)
    }
  },
  explain: `Users forward links to packages, and phones then skip the descriptor. A server that falls over because it misses its session leaves them without an explanation. Give out the package, or answer 403 or 404.`,
})

function isCalledPackage(url: string): boolean {
  return /\.jar/i.test(url) && /\.jar$/i.test(new URL(url).pathname)
}

function hasJarType(exchange: Exchange): boolean {
  const essence = essenceOf(exchange)
  return essence !== undefined && jarMediaTypes.includes(essence)
}

/** A page for people, where a phone waits for a package. A descriptor in its place is as good as the package. */
function isPage(exchange: Exchange): boolean {
  const essence = essenceOf(exchange)
  const [first, second] = exchange.response?.body ?? []
  const isArchive = first === 0x50 && second === 0x4b
  return !isArchive && essence?.startsWith('text/') === true && essence !== jadMediaType
}

function essenceOf({ response }: Exchange): string | undefined {
  const label = response && headerValue(response.headers, 'Content-Type')
  return label === undefined ? undefined : parseMediaType(label)?.essence
}
