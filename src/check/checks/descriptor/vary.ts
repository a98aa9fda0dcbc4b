import { escapeText } from '../../../wire/escape.ts'
import { headerValue, headerValues } from '../../../wire/http-fields.ts'
import { type CheckContext, defineCheck, fail, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

/** What a server goes by when it chooses a descriptor (OTA2 Device identification). */
const choosers = ['User-Agent', 'Accept-Language'] as const

type Chooser = (typeof choosers)[number]

interface Pair {
  readonly one: DescriptorEvidence
  readonly other: DescriptorEvidence
  readonly differing: readonly Chooser[]
}

export default defineCheck({
  row: 'S21',
  level: 'should',
  clause: 'RFC9110-VARY',
  title: 'A descriptor that depends on the phone says so with Vary',
  applies: (context) => pairs(context).length > 0,
  absent: 'no link was opened by two phones of different User-Agent or language',
  *judge(context) {
    for (const { one, other, differing } of pairs(context)) {
      const silent = [one, other].find((found) => !varies(found, differing))
      const names = differing.join(' or ')
      if (contentOf(one) === contentOf(other)) {
        yield pass(other, `the same descriptor for another ${names}`)
      } else if (silent === undefined) yield pass(other, `descriptors differ, and Vary says so`)
      else {
        const vary = headerValues(silent.response.headers, 'Vary').join(', ')
        yield fail(silent, {
          actual: `${vary === '' ? 'no Vary' : `"Vary: ${escapeText(vary, 60)}"`} on a descriptor that differs`,
          expected: `Vary with ${names}`,
          cause: silent === one ? other : one,
        })
      }
    }
  },
  explain: `Choosing the descriptor by the phone is what the document asks for; a cache between them must know it, or it gives one phone the descriptor of another, with a package that does not fit (908) or another size (904). Send Vary with the headers that the choice depends on.`,
})

/** Each descriptor with the first of the same URL that was asked for by another phone. */
function pairs({ evidence }: CheckContext): readonly Pair[] {
  return evidence.descriptors.flatMap((other, index) => {
    for (const one of evidence.descriptors.slice(0, index)) {
      const differing = choosers.filter((name) => asked(one, name) !== asked(other, name))
      const isSameUrl = one.exchange.request.url === other.exchange.request.url
      if (isSameUrl && differing.length > 0) return [{ one, other, differing }]
    }
    return []
  })
}

function asked({ exchange }: DescriptorEvidence, name: Chooser): string | undefined {
  return headerValue(exchange.request.headers, name)
}

/** One of the differing headers is enough: which of them made the difference cannot be seen. */
function varies({ response }: DescriptorEvidence, differing: readonly Chooser[]): boolean {
  const named = headerValues(response.headers, 'Vary')
    .join(',')
    .split(',')
    .map((name) => name.trim().toLowerCase())
  return named.includes('*') || differing.some((name) => named.includes(name.toLowerCase()))
}

/** Everything but the URLs: they can be new on each visit and make no difference between phones. */
function contentOf({ descriptor }: DescriptorEvidence): string {
  const lines = descriptor.attributes.filter(({ name }) => !/-(?:URL|Notify)$/.test(name))
  return JSON.stringify(lines.map(({ name, value }) => [name, value]))
}
