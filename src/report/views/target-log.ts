/** What the target itself wrote while a case was played, as its `logs` verb gave it. */
import type { Trace } from '../../trace/trace.ts'
import { excerpt } from './printable.ts'

const linesShownMax = 8
const lineCharactersMax = 200

/** The last lines, made harmless; none without a log. */
export function targetLog(trace: Trace | undefined): readonly string[] {
  const logged = trace?.events.findLast((event) => event.type === 'target.logged')
  if (logged?.type !== 'target.logged') return []
  return logged.lines.slice(-linesShownMax).map((line) => excerpt(line, lineCharactersMax))
}
