import { execFile } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const outputBytesMax = 8 * 1024 * 1024

/** Runs a line of bash at the root of the repository; `ota` in it is the program, in a process of its own. */
export function runSession(command: string): Promise<Ended> {
  const script = `ota() { "$NODE" bin/ota.mjs "$@"; }\n${command}`
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE: process.execPath }
  return new Promise((resolve) => {
    execFile(
      'bash',
      // With a socket as stdin bash takes itself for a remote shell and would read ~/.bashrc.
      ['--norc', '-c', script],
      { cwd: root, env, maxBuffer: outputBytesMax, encoding: 'utf8' },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : Number(error.code)
        resolve({ stdout, stderr, exitCode })
      },
    )
  })
}

const goldens = new URL('./sessions/', import.meta.url)

export interface Golden {
  readonly name: string
  readonly file: URL
  /** First line: what is typed; then what happens. */
  readonly text: string
}

export async function readGoldens(): Promise<readonly Golden[]> {
  const names = (await readdir(goldens)).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const file = new URL(name, goldens)
      return { name, file, text: await readFile(file, 'utf8') }
    }),
  )
}

/** Types the first line of a golden session and writes down what happens in the form of one. */
export async function replay({ text }: Golden): Promise<string> {
  const [typed = ''] = text.split('\n', 1)
  const { stdout, stderr, exitCode } = await runSession(typed.replace(/^\$ /, ''))
  const parts = [
    typed,
    ...(stdout === '' ? [] : ['--- stdout', stdout.trimEnd()]),
    ...(stderr === '' ? [] : ['--- stderr', stderr.trimEnd()]),
    `--- exit ${exitCode}`,
  ]
  return `${parts.join('\n')}\n`
}
