import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue, headerValues } from '../../../wire/http-fields.ts'

/** URLs are new on each visit and make no difference between phones. */
const perVisit: ReadonlySet<string> = new Set([
  'MIDlet-Jar-URL',
  'MIDlet-Install-Notify',
  'MIDlet-Delete-Notify',
])

/** Descriptors of one URL that were given to different phones. */
function pairs({
  evidence,
}: CheckContext): readonly (readonly [DescriptorEvidence, DescriptorEvidence])[] {
  return evidence.descriptors.flatMap((other, index) => {
    const one = evidence.descriptors
      .slice(0, index)
      .find(
        ({ exchange }) =>
          exchange.request.url === other.exchange.request.url &&
          agentOf(exchange) !== agentOf(other.exchange),
      )
    return one === undefined ? [] : [[one, other] as const]
  })
}

function agentOf({ request }: DescriptorEvidence['exchange']): string | undefined {
  return headerValue(request.headers, 'User-Agent')
}

function sameContent(one: DescriptorEvidence, other: DescriptorEvidence): boolean {
  return contentOf(one) === contentOf(other)
}

function contentOf({ descriptor }: DescriptorEvidence): string {
  const lines = descriptor.attributes.filter(({ name }) => !perVisit.has(name))
  return JSON.stringify(lines.map(({ name, value }) => [name, value]))
}

export default defineCheck({
  row: 'S21',
  level: 'should',
  clause: 'RFC9110-VARY',
  title: 'A descriptor that depends on the phone says so with Vary',
  applies: (context) => pairs(context).length > 0,
  absent: 'one link was not opened by two phones',
  *judge(context) {
    for (const [one, other] of pairs(context)) {
      if (sameContent(one, other)) {
        yield pass(other, 'both phones got the same descriptor')
        continue
      }
      const vary = headerValues(other.response.headers, 'Vary').join(',').toLowerCase()
      yield vary.includes('user-agent') || vary.includes('*')
        ? pass(other, `descriptors differ, Vary: ${escapeText(vary, 60)}`)
        : fail(other, {
            actual: 'descriptors that differ between phones, without Vary: User-Agent',
            expected: 'Vary: User-Agent',
            cause: one,
          })
    }
  },
  explain: `Choosing the descriptor by the phone is what the document asks for; a cache between them must know it, or it gives one phone the descriptor of another. Send Vary with the headers that the choice depends on.`,
})
