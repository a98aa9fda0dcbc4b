// Prints `N passed, N failed` of a vitest JSON report, and fails unless something passed and nothing failed.
// A test file that could not be loaded counts as one failure; so does a command that broke without a failing test.
import { existsSync, readFileSync } from 'node:fs'

const [file, ...broken] = process.argv.slice(2)
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] }
const passed = report.numPassedTests ?? 0
const unloaded = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
)
const failedTests = (report.numFailedTests ?? 0) + unloaded.length
const brokenCommands = broken.filter((command) => command !== 'npm test' || failedTests === 0)
const failed = failedTests + brokenCommands.length

for (const command of brokenCommands) console.error(`failed: ${command}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
