/** A verb as a request to the person before the terminal. */
import { fill } from './fill.ts'
import type { Person } from './ports.ts'
import type { VerbOutcome, VerbValues } from './verb.ts'

export async function askByHand(
  text: string,
  values: VerbValues,
  { person, timeoutMs }: { readonly person: Person; readonly timeoutMs: number },
): Promise<VerbOutcome> {
  const asked = fill(text, values)
  const answer = await person.ask(`${asked}\n  Done?`, timeoutMs)
  switch (answer) {
    case 'done':
      return { kind: 'done', detail: `a person did it: ${asked}`, output: '' }
    case 'refused':
      return { kind: 'failed', cause: 'refused', detail: `a person did not do it: ${asked}` }
    case 'nobody':
      return {
        kind: 'failed',
        cause: 'unreachable',
        detail: `nobody answered at a terminal: ${asked}`,
        hint: 'Run it at a terminal, or give http or exec in place of manual.',
      }
    default:
      return answer satisfies never
  }
}
