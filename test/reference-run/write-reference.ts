/** Writes the reference run anew: `npm run reference`, to be read before it is committed. */
import { writeFile } from 'node:fs/promises'
import { tabulateKillMatrix } from '../../src/cli/tabulate-kill-matrix.ts'
import { run } from '../../src/index.ts'
import { proveChecks } from './prove-checks.ts'
import { referenceFiles, tellChecks, tellSummary } from './reference-files.ts'

const played = await run()
await writeFile(referenceFiles.summary, await tellSummary(played))
await writeFile(referenceFiles.checks, tellChecks(played.report))
await writeFile(referenceFiles.killMatrix, tabulateKillMatrix(await proveChecks()))
