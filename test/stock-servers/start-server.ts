/** Starts one of the servers of the distribution as a child of the test, and ends it. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, existsSync, readFileSync, watch } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findFreePort } from '../free-port.ts'
import { pidFile } from './configurations.ts'
import type { StockServer } from './configurations.ts'

/** Another process may take the port between our asking for one and the server listening on it. */
const startsMax = 5
const folderOfPrograms = '/usr/sbin'

export interface RunningServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string
  stop(): Promise<void>
}

export function isInstalled({ program }: StockServer): boolean {
  try {
    accessSync(join(folderOfPrograms, program), constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * @param folder an empty folder, which the server's own user may enter
 * @param layOut puts below `root` what is served, for links that begin with `origin`
 */
export async function startServer(
  server: StockServer,
  folder: string,
  layOut: (root: string, origin: string) => Promise<void>,
): Promise<RunningServer> {
  for (let start = 1; ; start += 1) {
    const port = await findFreePort()
    const own = join(folder, String(start))
    const root = join(own, 'served')
    const origin = `http://127.0.0.1:${port}`
    await mkdir(root, { recursive: true })
    // Started by root they write their logs as a user who owns nothing.
    await chmod(own, 0o777)
    await layOut(root, origin)
    const configuration = await server.configure({ folder: own, root, port })
    for (const [name, text] of Object.entries(configuration.files)) {
      await writeFile(join(own, name), text)
    }
    const child = spawn(join(folderOfPrograms, server.program), configuration.arguments, {
      env: { PATH: process.env['PATH'], ...configuration.environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const complaint = await listeningOrComplaint(child, own)
    if (complaint === undefined) return { origin, stop: () => stop(child) }
    if (start === startsMax) throw new Error(`${server.name} does not start: ${complaint}`)
  }
}

/** When it cannot listen, it says why, on stderr or in its log, and ends. */
function listeningOrComplaint(child: ChildProcess, folder: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listening = () => {
      if (textOf(join(folder, pidFile)) !== '') settle(() => resolve(undefined))
    }
    const watcher = watch(folder, listening)
    const settle = (act: () => void) => {
      watcher.close()
      act()
    }
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('error', (error) => settle(() => reject(error)))
    child.once('close', () => settle(() => resolve(said + textOf(join(folder, 'error.log')))))
    listening()
  })
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
