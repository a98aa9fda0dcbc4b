import type { CaseReport, RunReport } from '../../run/report-model.ts'
import type { Invocation } from '../reporter.ts'
import { shellWord } from './shell-words.ts'

/** The command that plays exactly one case again, or judges its trace again. */
export function rerunLine(one: CaseReport, report: RunReport, invocation: Invocation): string {
  const { command, target, fault } = invocation
  if (command === 'judge') return `npx ota judge ${shellWord(one.trace ?? target ?? 'TRACE')}`
  const seed = ['--seed', String(report.seed)]
  const profile = ['--profile', one.profile]
  const words =
    command === 'check'
      ? ['check', target ?? one.link, ...profile, ...seed]
      : [
          'run',
          one.scenario,
          ...(target === undefined ? [] : ['--target', target]),
          ...(fault === undefined ? [] : ['--fault', fault]),
          ...profile,
          ...seed,
          ...(report.clock === 'wall' ? ['--clock', 'wall'] : []),
        ]
  return `npx ota ${words.map(shellWord).join(' ')}`
}
