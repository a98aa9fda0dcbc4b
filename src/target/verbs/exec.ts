/** A verb as a program of the operator's. */
import { fill } from './fill.ts'
import type { Program } from './ports.ts'
import type { VerbOutcome, VerbValues } from './verb.ts'

const excerptCharactersMax = 160

export interface ExecWays {
  readonly program: Program
  readonly folder: string
  readonly timeoutMs: number
}

export async function askByExec(
  words: readonly string[],
  values: VerbValues,
  { program, folder, timeoutMs }: ExecWays,
): Promise<VerbOutcome> {
  const filled = words.map((word) => fill(word, values))
  const [name = ''] = filled
  const end = await program.run({ words: filled, folder, timeoutMs })
  switch (end.kind) {
    case 'ended': {
      const text = new TextDecoder().decode(end.output)
      const detail = `${name} ended with ${end.code}`
      if (end.code === 0) return { kind: 'done', detail, output: text }
      const last = text.trimEnd().split(/\r?\n/).at(-1) ?? ''
      const said = last === '' ? '' : `, ${JSON.stringify(last.slice(0, excerptCharactersMax))}`
      return { kind: 'failed', cause: 'refused', detail: `${detail}${said}` }
    }
    case 'not started':
      return {
        kind: 'failed',
        cause: 'unreachable',
        detail: `${name} was not started: ${end.detail}`,
        ...hintOf(end.code),
      }
    case 'killed': {
      const { cause, detail } = end
      return {
        kind: 'failed',
        cause: cause === 'signal' ? 'refused' : cause,
        detail: `${name} ${detail}`,
        ...hintOf(cause),
      }
    }
    default:
      return end satisfies never
  }
}

const hints: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'Make it executable: chmod +x.'],
  ['ENOENT', 'It is looked for from the folder of the target file, and a bare name in PATH.'],
  ['timeout', 'timeoutMs beside exec gives it more time.'],
])

function hintOf(key: string): { readonly hint?: string } {
  const hint = hints.get(key)
  return hint === undefined ? {} : { hint }
}
