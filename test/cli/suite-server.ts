/** A server on loopback with one suite in any version, which counts the reports it gets. */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { once } from 'node:events'
import { buildSuite } from '../../src/reference/suite-builder.ts'
import { makeDescriptor } from '../handset/rules/descriptor-maker.ts'
import { spec } from '../handset/rules/package-maker.ts'

export interface SuiteServer {
  /** Link of the descriptor of a version, e.g. `1.1.0`. */
  readonly link: (version: string) => string
  /** Reports since the last time, as `900 of 1.0.0`. */
  readonly takeReports: () => readonly string[]
  readonly close: () => Promise<void>
}

export async function startSuiteServer(): Promise<SuiteServer> {
  let reports: string[] = []
  const server = createServer((request, response) => {
    const place = new URL(request.url ?? '', origin)
    const [, kind, version = ''] = place.pathname.split('/')
    if (kind === 'report') void takeReport(request, response, version)
    else serve(response, { kind, version })
  })
  const takeReport = async (request: IncomingMessage, response: ServerResponse, of: string) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    reports.push(`${text.slice(0, 3)} of ${of}`)
    response.end()
  }
  const serve = (
    response: ServerResponse,
    { kind, version }: { kind?: string | undefined; version: string },
  ) => {
    const { jar } = buildSuite({ ...spec, version })
    if (kind === 'jar') {
      response.setHeader('Content-Type', 'application/java-archive').end(jar)
      return
    }
    const descriptor = makeDescriptor({
      'MIDlet-Version': version,
      'MIDlet-Jar-URL': `${origin}/jar/${version}`,
      'MIDlet-Jar-Size': String(jar.length),
      'MIDlet-Install-Notify': `${origin}/report/${version}`,
      'MIDlet-Delete-Notify': `${origin}/report/${version}`,
    })
    response.setHeader('Content-Type', 'text/vnd.sun.j2me.app-descriptor').end(descriptor)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const origin = `http://127.0.0.1:${port}`
  return {
    link: (version) => `${origin}/jad/${version}`,
    takeReports: () => {
      const taken = reports
      reports = []
      return taken
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
