import { execFile } from 'node:child_process'
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
      ['--norc', '-c', script],
      { cwd: root, env, maxBuffer: outputBytesMax, encoding: 'utf8' },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : Number(error.code)
        resolve({ stdout, stderr, exitCode })
      },
    )
  })
}
