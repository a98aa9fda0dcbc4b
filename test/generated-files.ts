/** Files of the repository that are derived from code; compared in the tests, written by `npm run generate`. */
import { z } from 'zod'
import { makeHelpText } from './cli/help-text.ts'
import { describePersonalities } from './describe-personalities.ts'
import { compareOffers } from './handset/personalities/compare-offers.ts'
import { drawMachines } from './draw-machines.ts'
import { quoteFiles } from './quote-files.ts'
import { tellStockFindings } from './stock-servers/findings.ts'
import { runReportSchema } from './report/run-report-schema.ts'
import { knownNames } from '../src/handset/phone-catalogue.ts'
import { loadQuirks } from '../src/handset/quirk-catalogue.ts'
import { profileSchemaOf } from '../src/profile/schema.ts'
import { scenarioSchemaOf } from '../src/scenario/schema.ts'
import { loadSteps } from '../src/scenario/step-catalogue.ts'
import { targetSchema } from '../src/target/schema.ts'

export interface GeneratedFile {
  /** Below the root of the repository. */
  readonly path: string
  readonly make: () => Promise<string> | string
}

export const generatedFiles: readonly GeneratedFile[] = [
  {
    path: 'profiles/profile.schema.json',
    make: async () => formatSchema(profileSchemaOf(knownNames(await loadQuirks()))),
  },
  {
    path: 'scenarios/scenario.schema.json',
    make: async () => formatSchema(scenarioSchemaOf(await loadSteps())),
  },
  { path: 'src/target/target.schema.json', make: () => formatSchema(targetSchema) },
  { path: 'src/report/run-report.schema.json', make: () => formatSchema(runReportSchema) },
  { path: 'bin/help.txt', make: () => makeHelpText() },
  { path: 'src/handset/machines/MACHINES.md', make: () => drawMachines() },
  {
    path: 'src/handset/personalities/PERSONALITIES.md',
    make: () => describePersonalities(),
  },
  { path: 'test/handset/personalities/differential.md', make: () => compareOffers() },
  { path: 'reports/reference/stock-servers.md', make: () => tellStockFindings() },
  { path: 'CONTRIBUTING.md', make: () => quoteFiles('CONTRIBUTING.md') },
]

function formatSchema(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`
}
