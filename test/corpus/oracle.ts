/** What independent programs make of real descriptors, and of the packages that some of them point to. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const Reading = z.object({
  code: z.number(),
  why: z.string(),
  attrs: z.record(z.string(), z.string()),
})

const Row = z.object({
  /** Path of the descriptor below the corpus. */
  jad: z.string(),
  repo: z.string(),
  /** Path it was published under. */
  path: z.string(),
  jarUrl: z.string().nullable(),
  /** Path of the package below the corpus, if it was found beside the descriptor. */
  jar: z.string().optional(),
  phoneme: Reading,
  nokia: Reading,
  microemu: z.object({ ok: z.boolean(), attrs: z.record(z.string(), z.string()).optional() }),
})

export type OracleRow = z.infer<typeof Row>

/** A descriptor whose package is there too. */
export interface Pair extends OracleRow {
  readonly jar: string
  readonly jarUrl: string
}

export async function readOracle(corpus: URL): Promise<readonly OracleRow[]> {
  const text = await readFile(new URL('oracle.json', corpus), 'utf8')
  return z.array(Row).parse(JSON.parse(text))
}

export function isPair(row: OracleRow): row is Pair {
  return row.jar !== undefined && row.jarUrl !== null
}
