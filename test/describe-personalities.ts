/** The page that says what each personality does otherwise than strict. */
import { personalityTable } from '../src/handset/personality.ts'
import type { Personality } from '../src/handset/personality.ts'
import { differencesOf } from './handset/personalities/differences.ts'
import type { Difference } from './handset/personalities/differences.ts'

const introduction = `# What personalities do otherwise

Whose order of checks and whose habits a phone has, told by asking each behaviour the same questions and comparing its answers with those of \`strict\`, which
goes by the documents. Written from the code by \`npm run generate\`. A profile names its personality; quirks decorate any of them.
`

export function describePersonalities(): string {
  const chapters = [...personalityTable]
    .filter(([name]) => name !== 'strict')
    .map(([name, personality]) => describe(name, personality))
  return [introduction, ...chapters].join('\n')
}

function describe(name: string, personality: Personality): string {
  const rows = differencesOf(personality).map(row)
  const orders = [
    ['Descriptor', personality.behaviour.descriptorOrder],
    ['Package', personality.behaviour.packageOrder],
  ] as const
  return [
    `## ${name}`,
    '',
    personality.title,
    '',
    ...orders.map(([what, order]) => `- ${what}: ${order.map((one) => one.name).join(' · ')}`),
    '',
    '| decision | strict | here | source |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function row({ decision, strict, here, source }: Difference): string {
  return `| ${[decision, strict, here, source ?? ''].map(cell).join(' | ')} |`
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`)
}
