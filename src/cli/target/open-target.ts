/** What the doctor works with: the target of a file, and the ways to it. */
import { findChromium, usualSearch } from '../../adapters/find-chromium.ts'
import { createHttpUndici } from '../../adapters/http-undici.ts'
import { createPerson } from '../../adapters/person.ts'
import { createProgram } from '../../adapters/program.ts'
import { createVerbHttp } from '../../adapters/verb-http.ts'
import { loadScenarios } from '../../scenario/scenario.ts'
import { loadSteps } from '../../scenario/step-catalogue.ts'
import type { DoctorWays } from '../../target/examination.ts'
import { openListening } from './open-listening.ts'
import { readTargetFile } from '../../target/read-target-file.ts'
import type { Target } from '../../target/target.ts'
import { createVerbs } from '../../target/verbs/verbs.ts'
import type { Terminal } from '../terminal.ts'

/** A doctor is not as patient as a phone. */
const limits = { idleMsMax: 10_000, totalMsMax: 20_000 }

const headers = [
  ['User-Agent', 'ota-handset doctor'],
  ['Accept', '*/*'],
] as const

export interface OpenTarget {
  readonly target: Target
  readonly ways: Omit<DoctorWays, 'all' | 'msisdn' | 'now'>
  close(): Promise<void>
}

/** @throws DataError for an unreadable target file */
export async function openTarget(
  file: string,
  { terminal, msisdn }: { readonly terminal: Terminal; readonly msisdn: string | undefined },
): Promise<OpenTarget> {
  const target = await readTargetFile(file)
  const network = await openListening(target, msisdn)
  const neededBy = await countNeeds()
  const http = createHttpUndici({ limits })
  const verbHttp = createVerbHttp()
  const person = createPerson({ input: process.stdin, show: terminal.err })
  const ports = { http: verbHttp, program: createProgram(), person }
  const { verbs, credentials } = target
  return {
    target,
    ways: {
      http,
      headers,
      browser: () => findChromium(usualSearch()),
      network: network?.listening,
      neededBy,
      verbs: verbs === undefined ? undefined : createVerbs(verbs, ports, credentials),
    },
    async close() {
      await Promise.all([http.close(), verbHttp.close(), network?.close()])
    },
  }
}

/** How many scenarios need which line of a target file. */
async function countNeeds(): Promise<ReadonlyMap<string, number>> {
  const folder = new URL('../../../scenarios/', import.meta.url)
  const scenarios = await loadScenarios(folder, await loadSteps())
  const counts = new Map<string, number>()
  for (const { links, needs, policies, verbs } of scenarios) {
    const lines = [
      ...links.map((name) => `links.${name}`),
      ...verbs.map((name) => `verbs.${name}`),
      ...(needs.includes('first-contact') ? ['first-contact'] : []),
      ...(needs.includes('credentials') ? ['credentials'] : []),
      ...(needs.includes('https') ? ['tls.roots'] : []),
      ...(needs.includes('browser') ? ['discovery'] : []),
      ...(needs.includes('clock') ? ['verbs.clock'] : []),
      ...Object.keys(policies ?? {}).map((name) => `policies.${name}`),
    ]
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return counts
}
