/** Golden sessions: the first line of each file is what is typed, the rest is what happens. */
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'vitest'
import { runSession } from './run-session.ts'

const folder = new URL('./sessions/', import.meta.url)
const names = readdirSync(folder).toSorted()

describe('a session', () => {
  test.concurrent.for(names)('%s goes as it is written down', async (name, { expect }) => {
    const path = fileURLToPath(new URL(name, folder))
    const [typed = ''] = readFileSync(path, 'utf8').split('\n', 1)
    const { stdout, stderr, exitCode } = await runSession(typed.replace(/^\$ /, ''))
    const parts = [
      typed,
      ...(stdout === '' ? [] : ['--- stdout', stdout.trimEnd()]),
      ...(stderr === '' ? [] : ['--- stderr', stderr.trimEnd()]),
      `--- exit ${exitCode}`,
    ]
    await expect(`${parts.join('\n')}\n`).toMatchFileSnapshot(path)
  })
})
