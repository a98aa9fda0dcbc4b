import { escapeText } from '../../../wire/escape.ts'
import { spellingOf } from '../../../wire/reserved-names.ts'
import { defineCheck, fail, inconclusive, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible } from '../../legible-descriptors.ts'

const mandatoryNames = [
  'MIDlet-Name',
  'MIDlet-Version',
  'MIDlet-Vendor',
  'MIDlet-Jar-URL',
  'MIDlet-Jar-Size',
] as const

export default defineCheck({
  row: 'S10',
  level: 'must',
  clause: 'MIDP2-OTA-JAD-06',
  title: 'A descriptor has a name, a version, a vendor, and the URL and size of the package',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Without any one of them a phone must refuse the descriptor with 906, before it fetches anything; an empty value counts as none. URL and size of the package are known to the server alone, so fill them in where the package is served, and check the other three when a suite is uploaded.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  const missing = mandatoryNames.filter((name) => !found.value(name))
  if (missing.length === 0) yield pass(found, 'all mandatory attributes are there')
  for (const name of missing) {
    const blocker = blockerOf(found, name)
    const isEmpty = found.value(name) === ''
    yield blocker === undefined
      ? fail(found, {
          actual: isEmpty ? `empty ${name}` : `descriptor without ${name}`,
          expected: `${name} with a value`,
        })
      : inconclusive(found, `blocked by ${blocker}: ${name} is there, but cannot be read`)
  }
}

/** The check that fails for what hides an attribute which its author did write. */
function blockerOf({ descriptor }: DescriptorEvidence, name: string): string | undefined {
  const { attributes, deviations } = descriptor
  if (attributes.some((one) => spellingOf(one.name) === name)) {
    return 'descriptor/attribute-name-case'
  }
  if (attributes.some((one) => one.name === `\u{FEFF}${name}`)) {
    return 'descriptor/no-byte-order-mark'
  }
  const hiding = deviations.find(
    ({ found, tolerated }) => !tolerated && found.includes(escapeText(name)),
  )
  if (hiding === undefined) return undefined
  return hiding.rule === 'undecodable-octets'
    ? 'descriptor/decodes-in-charset'
    : 'descriptor/grammar'
}
