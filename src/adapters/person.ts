/** The person before a terminal. */
import { createInterface } from 'node:readline/promises'
import type { Person } from '../target/verbs/ports.ts'

export interface Keyboard {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly show: (text: string) => void
}

/** Where no terminal is, nobody is asked: a pipe that never ends would hold the run. */
export function createPerson({ input, show }: Keyboard): Person {
  return {
    async ask(text, timeoutMs) {
      if (input.isTTY !== true) return 'nobody'
      show(`${text} [Y/n] `)
      const lines = createInterface({ input })
      const signal = AbortSignal.timeout(timeoutMs)
      const line = await new Promise<string | undefined>((resolve) => {
        lines.once('line', resolve)
        lines.once('close', () => resolve(undefined))
        signal.addEventListener('abort', () => resolve(undefined))
      })
      lines.close()
      if (line === undefined) {
        show('\n')
        return 'nobody'
      }
      return /^(?:y|yes)?$/i.test(line.trim()) ? 'done' : 'refused'
    },
  }
}
