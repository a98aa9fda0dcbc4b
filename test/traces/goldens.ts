/** Scenarios whose traces are written down, as told for a reader, on the plain phone against the embedded server. */
import { readFile } from 'node:fs/promises'
import type { RunResult } from '../../src/index.ts'
import { tellTrace } from './tell-trace.ts'

export const goldenProfile = 'midp2-plain'

export const goldenScenarios = [
  'access/busy',
  'access/wrong-then-right',
  'cancel/at-the-question',
  'codes/903-loss-of-service',
  'install/fresh',
  'install/package-only',
  'install/rebooted',
  'probes/ranges-of-30-kb',
  'report/removal',
] as const

export function goldenFile(scenario: string): URL {
  return new URL(`${scenario.replace('/', '-')}.txt`, import.meta.url)
}

export function readGolden(scenario: string): Promise<string> {
  return readFile(goldenFile(scenario), 'utf8')
}

export function tellScenario({ traces }: RunResult, scenario: string): string {
  const trace = traces.get(`${scenario} @ ${goldenProfile}`)
  if (trace === undefined) throw new TypeError(`${scenario} was not played`)
  return tellTrace(trace)
}
