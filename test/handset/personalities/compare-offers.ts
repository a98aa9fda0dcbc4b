/** The table of the suites that are built here; the real ones have theirs beside the corpus. */
import { compareSuite, formatRows } from './differential.ts'
import type { Row } from './differential.ts'
import { offers } from './offers.table.ts'

const introduction = `# Fifty suites with one defect each, installed by every personality

The code that the server is told, \`none\` where it is told nothing, and for each that is not strict's the decision that makes it so and where that is
documented. Written by \`npm run generate\`.

`

export async function compareOffers(): Promise<string> {
  const rows: Row[] = []
  for (const [suite, offer] of Object.entries(offers)) rows.push(await compareSuite(suite, offer))
  return introduction + formatRows(rows)
}
