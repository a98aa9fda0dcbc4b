import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createProgram } from '../../src/adapters/program.ts'
import type { ProgramEnd } from '../../src/target/verbs/ports.ts'

const program = createProgram()

/** Runs `./it`, a script of its own folder. */
async function runScript(
  script: string,
  change: { readonly words?: readonly string[]; readonly timeoutMs?: number } = {},
): Promise<ProgramEnd> {
  const folder = await mkdtemp(join(tmpdir(), 'ota-program-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'it')
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
  return program.run({ words: ['./it'], folder, timeoutMs: 10_000, ...change })
}

function textOf(end: ProgramEnd): string {
  return end.kind === 'ended' ? `${end.code}: ${new TextDecoder().decode(end.output)}` : end.kind
}

describe('a program', () => {
  it('gets its words as they are: no shell reads them', async () => {
    const words = ['./it', '$HOME; echo no', '*']
    expect(textOf(await runScript('printf "<%s>" "$@"', { words }))).toBe('0: <$HOME; echo no><*>')
  })

  it('runs in its folder, reads nothing, and ends with its own code', async () => {
    expect(textOf(await runScript('ls; cat; echo no >&2; exit 7'))).toBe('7: it\nno\n')
  })

  it('that does not exist is not started', async () => {
    expect(await program.run({ words: ['./none'], folder: '.', timeoutMs: 1000 })).toEqual({
      kind: 'not started',
      code: 'ENOENT',
      detail: 'spawn ./none ENOENT',
    })
  })

  it('that hangs is killed with what it started', async () => {
    expect(await runScript('sleep 600 | sleep 600', { timeoutMs: 200 })).toEqual({
      kind: 'killed',
      cause: 'timeout',
      detail: 'did not end within 200 ms and was killed',
    })
  })

  it('that writes without end is killed', async () => {
    expect(await runScript('exec yes')).toEqual({
      kind: 'killed',
      cause: 'limit',
      detail: 'wrote more than outputBytesMax = 262144 octets and was killed',
    })
  })

  it('that ends by a signal says which', async () => {
    expect(await runScript('kill -TERM $$')).toEqual({
      kind: 'killed',
      cause: 'signal',
      detail: 'was ended by SIGTERM',
    })
  })

  it('may leave a server behind that holds its output', async () => {
    const end = await runScript('sleep 3 & echo started $!')
    expect(textOf(end)).toMatch(/^0: started \d+\n$/)
    const [, pid] = /started (\d+)/.exec(textOf(end)) ?? []
    expect(process.kill(Number(pid), 0)).toBe(true)
    process.kill(Number(pid))
  })
})
