/** The real suites as offers: each descriptor with its package, or with none where that is lost. */
import { readFileSync } from 'node:fs'
import { compareSuite, formatRows } from '../handset/personalities/differential.ts'
import type { Row } from '../handset/personalities/differential.ts'
import type { Offer } from '../handset/personalities/offers.table.ts'
import { isPair } from './oracle.ts'
import type { OracleRow } from './oracle.ts'

export function offerOf(row: OracleRow, corpus: URL): Offer {
  const descriptor = new Uint8Array(readFileSync(new URL(row.jad, corpus)))
  return {
    descriptor,
    isSilent: true,
    package: isPair(row)
      ? {
          status: 200,
          headers: [['Content-Type', 'application/java-archive']],
          body: new Uint8Array(readFileSync(new URL(row.jar, corpus))),
        }
      : { status: 404 },
  }
}

const introduction = `# Fifty real suites, installed by every personality

The code that the server would be told, and for each that is not strict's the decision that makes it so and where that is documented. Written by
\`node test/corpus/write-differential.ts FOLDER\`.

`

export async function compareReal(rows: readonly OracleRow[], corpus: URL): Promise<string> {
  const compared: Row[] = []
  for (const row of rows.filter(isPair)) {
    compared.push(await compareSuite(row.jad, offerOf(row, corpus)))
  }
  return introduction + formatRows(compared.toSorted((a, b) => (a.suite < b.suite ? -1 : 1)))
}
