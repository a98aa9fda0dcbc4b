/** The register of clauses: what documents demand of servers, devices and authors, and what devices in the field need. */
import type { Level } from './check.ts'
import { descriptorClauses } from './specs/descriptor.table.ts'
import { discoveryClauses } from './specs/discovery.table.ts'
import { documents } from './specs/documents.table.ts'
import { downloadClauses } from './specs/download.table.ts'
import { fieldClauses } from './specs/field.table.ts'
import { httpClauses } from './specs/http.table.ts'
import { identificationClauses } from './specs/identification.table.ts'
import { lifecycleClauses } from './specs/lifecycle.table.ts'
import { nativeClauses } from './specs/native.table.ts'
import { packageClauses } from './specs/package.table.ts'
import { pushClauses } from './specs/push.table.ts'
import { papClauses } from './specs/pap.table.ts'
import { reportClauses } from './specs/report.table.ts'
import { signingClauses } from './specs/signing.table.ts'
import { ticketClauses } from './specs/ticket.table.ts'
import { smppClauses } from './specs/smpp.table.ts'
import { tlsClauses } from './specs/tls.table.ts'
import { transferClauses } from './specs/transfer.table.ts'
import { wapClauses } from './specs/wap.table.ts'

/** Whom a clause binds. */
export type Party =
  | 'server'
  | 'device'
  | 'author'
  | 'gateway'
  | 'device and author'
  | 'server and author'
  | 'server and device'

/** One clause as its table holds it. */
export interface ClauseRow {
  readonly id: string
  /** Tag of the document, a key of `documents.table.ts`. */
  readonly document: keyof typeof documents
  /** Heading or section number within the document. */
  readonly section: string
  /** `informative`: stated, but binding nobody. */
  readonly level: Level | 'informative'
  readonly on: Party
  readonly paraphrase: string
  /** How this product reads the clause where sources disagree. */
  readonly reading?: string
  /** Number of the ambiguity that `reading` settles. */
  readonly ambiguity?: string
}

export interface Clause extends Omit<ClauseRow, 'document'> {
  /** Title of the document. */
  readonly document: string
  /** Address of the document, or a description of where it can be found. */
  readonly source: string
}

const rows: readonly ClauseRow[] = [
  ...discoveryClauses,
  ...packageClauses,
  ...signingClauses,
  ...lifecycleClauses,
  ...reportClauses,
  ...identificationClauses,
  ...wapClauses,
  ...descriptorClauses,
  ...httpClauses,
  ...fieldClauses,
  ...ticketClauses,
  ...pushClauses,
  ...nativeClauses,
  ...transferClauses,
  ...downloadClauses,
  ...smppClauses,
  ...papClauses,
  ...tlsClauses,
]

/** Every clause, in the order of the chapters. */
export const clauses: readonly Clause[] = rows.map(({ document, ...row }) => {
  const { title, source } = documents[document]
  return { ...row, document: title, source }
})

const byId: ReadonlyMap<string, Clause> = new Map(clauses.map((clause) => [clause.id, clause]))

/** The clause with this id, such as `MIDP2-OTA-REP-07`. */
export function findClause(id: string): Clause | undefined {
  return byId.get(id)
}
