/** A real web server of the distribution, on loopback, with its own table of media types. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { findFreePort } from '../free-port.ts'

/** Another process may take the port between our asking for one and nginx listening on it. */
const startsMax = 5

export interface Nginx {
  /** `http://127.0.0.1:<port>/`: files below the root, media types from /etc/nginx/mime.types. */
  readonly url: string
  /** The same files by a server whose administrator never heard of descriptors: sent as `text/plain`. */
  readonly plainUrl: string
  stop(): Promise<void>
}

/** Path of the program, or undefined where it is not installed. */
export function findNginx(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, 'nginx')).find(isProgram)
}

/**
 * @param folder an empty folder for its configuration and temporary files
 * @param root the folder to serve
 */
export async function startNginx(
  program: string,
  { folder, root }: { readonly folder: string; readonly root: string },
): Promise<Nginx> {
  for (let start = 1; ; start += 1) {
    const port = await findFreePort()
    await mkdir(join(folder, 'temp'), { recursive: true })
    await writeFile(join(folder, 'nginx.conf'), configuration({ folder, root, port }))
    const server = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const complaint = await listeningOrComplaint(server)
    if (complaint === undefined) {
      const url = `http://127.0.0.1:${port}/`
      return { url, plainUrl: `${url}plain/`, stop: () => stop(server) }
    }
    if (start === startsMax) throw new Error(`nginx does not start: ${complaint}`)
  }
}

/** `daemon off` keeps it our child; without a master process it needs no rights and leaves nothing behind. */
function configuration(at: { folder: string; root: string; port: number }): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `  ${name}_temp_path ${at.folder}/temp;`)
    .join('\n')
  return `
daemon off;
master_process off;
pid ${at.folder}/nginx.pid;
error_log stderr notice;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
${temp}
  server {
    listen 127.0.0.1:${at.port};
    root ${at.root};
    location /plain/ {
      alias ${at.root}/;
      types { text/plain jad; application/java-archive jar; }
    }
  }
}
`
}

/** nginx opens its sockets before it names its event method; when it cannot, it says why and ends. */
function listeningOrComplaint(server: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (/using the "\w+" event method/.test(said)) resolve(undefined)
    })
    server.once('error', reject)
    server.once('exit', () => resolve(said))
  })
}

async function stop(server: ChildProcess): Promise<void> {
  const exit = once(server, 'exit')
  server.kill('SIGTERM')
  await exit
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
