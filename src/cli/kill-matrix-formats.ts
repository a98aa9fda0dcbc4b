import type { Entry } from '../catalogue.ts'
import type { Page } from '../report/reporter.ts'
import type { KillMatrix } from '../run/kill-matrix.ts'
import { formatKillMatrix } from './format-kill-matrix.ts'
import { tabulateKillMatrix } from './tabulate-kill-matrix.ts'

type KillMatrixFormat = (matrix: KillMatrix, page: Page) => string

/** What `ota self-test --reporter` may ask for. */
export const killMatrixFormats: readonly Entry<KillMatrixFormat>[] = [
  { id: 'terminal', value: formatKillMatrix },
  { id: 'markdown', value: tabulateKillMatrix },
]
