import { headerValue } from '../../../wire/http-fields.ts'
import { defineCheck, inconclusive, type Judgement } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { isCoded, judgeDeviations } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S03',
  level: 'must',
  clause: 'MIDP2-OTA-JAD-04',
  title: 'A descriptor can be decoded in the charset it declares, UTF-8 by default',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  *judge({ evidence }) {
    for (const found of evidence.descriptors) yield* judgeDescriptor(found)
  },
  explain: `Phones convert the descriptor to Unicode before they read it, and take UTF-8 where no charset is given. Octets of another charset become wrong names, which then differ from the manifest (905), or make the whole descriptor invalid (906). Write descriptors in UTF-8.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  const { charset, deviations } = found.descriptor
  const unknown = deviations.find(({ rule }) => rule === 'unsupported-charset')
  if (isCoded(found)) {
    yield inconclusive(found, 'blocked by descriptor/no-content-coding: the octets are no text')
  } else if (unknown !== undefined && isOffered(found, unknown.found)) {
    yield inconclusive(found, `The phone offered "${unknown.found}", which the judge cannot read.`)
  } else {
    yield* judgeDeviations(found, {
      isOne: ({ rule }) => rule === 'unsupported-charset' || rule === 'undecodable-octets',
      expected: unknown === undefined ? `text in ${charset}` : 'utf-8, or one the phone offered',
      none: `decodes as ${charset}`,
    })
  }
}

function isOffered({ exchange }: DescriptorEvidence, charset: string): boolean {
  const offered = headerValue(exchange.request.headers, 'Accept-Charset') ?? ''
  return offered
    .toLowerCase()
    .split(/[\s,;]+/)
    .includes(charset.toLowerCase())
}
