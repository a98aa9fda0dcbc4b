/** Writes the golden traces anew, to be read before they are committed. */
import { writeFile } from 'node:fs/promises'
import { run } from '../../src/index.ts'
import { goldenFile, goldenProfile, goldenScenarios, tellScenario } from './goldens.ts'

const played = await run({ scenarios: goldenScenarios, profile: goldenProfile })
for (const scenario of goldenScenarios) {
  await writeFile(goldenFile(scenario), tellScenario(played, scenario))
}
