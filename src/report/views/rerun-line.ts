import type { CaseReport, RunReport } from '../../run/report-model.ts'
import type { Invocation } from '../reporter.ts'
import { shellWord } from './shell-words.ts'

/** The command that plays exactly one case again, or judges its trace again. */
export function rerunLine(one: CaseReport, report: RunReport, invocation: Invocation): string {
  const { command, fault } = invocation
  if (command === 'judge') return `npx ota judge ${shellWord(one.trace ?? 'TRACE')}`
  const target = invocation.target ?? (command === 'check' ? one.link : undefined)
  const words = [
    one.scenario,
    ...(target === undefined ? [] : ['--target', target]),
    ...(fault === undefined ? [] : ['--fault', fault]),
    '--profile',
    one.profile,
    '--seed',
    String(report.seed),
    ...(report.clock === 'wall' ? ['--clock', 'wall'] : []),
  ]
  return `npx ota run ${words.map(shellWord).join(' ')}`
}
