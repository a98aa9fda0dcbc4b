/** Programs of the operator's, without a shell, bounded in time and octets. */
import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Program, ProgramCall, ProgramEnd } from '../target/verbs/ports.ts'

const outputBytesMax = 262_144
/** What a program left running may hold its output; so long it is waited for, and it is not killed. */
const lingerMs = 200

export function createProgram(): Program {
  return { run: (call) => new Promise((resolve) => start(call, resolve)) }
}

type Child = ChildProcessByStdio<null, Readable, Readable>

function start(
  { words, folder, timeoutMs }: ProgramCall,
  resolve: (end: ProgramEnd) => void,
): void {
  const [name = '', ...rest] = words
  const child = spawn(name, rest, {
    cwd: folder,
    // A group of its own, so that what it starts can be ended with it.
    detached: true,
    shell: false,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Uint8Array[] = []
  let length = 0
  let linger: NodeJS.Timeout | undefined
  const end = (outcome: ProgramEnd): void => {
    clearTimeout(timer)
    clearTimeout(linger)
    child.stdout.destroy()
    child.stderr.destroy()
    resolve(outcome)
  }
  const kill = (cause: 'timeout' | 'limit', detail: string): void => {
    killGroup(child)
    end({ kind: 'killed', cause, detail })
  }
  const timer = setTimeout(
    () => kill('timeout', `did not end within ${timeoutMs} ms and was killed`),
    timeoutMs,
  )
  const take = (chunk: Uint8Array): void => {
    length += chunk.length
    if (length > outputBytesMax) {
      kill('limit', `wrote more than outputBytesMax = ${outputBytesMax} octets and was killed`)
    } else chunks.push(chunk)
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  child.on('error', (error: NodeJS.ErrnoException) => {
    end({ kind: 'not started', code: error.code ?? '', detail: error.message })
  })
  const finish = (code: number | null, signal: NodeJS.Signals | null): void => {
    if (code === null) {
      end({ kind: 'killed', cause: 'signal', detail: `was ended by ${signal ?? 'a signal'}` })
    } else end({ kind: 'ended', code, output: new Uint8Array(Buffer.concat(chunks)) })
  }
  child.on('close', finish)
  child.on('exit', (code, signal) => {
    linger = setTimeout(() => finish(code, signal), lingerMs)
  })
}

function killGroup({ pid }: Child): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // It ended by itself meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
