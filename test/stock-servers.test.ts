/** What web servers get wrong that nobody told of phones: real ones of Debian, as they are installed, under `ota check`. */
import { mkdtemp, chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check, prepare } from '../src/index.ts'
import { stockServers } from './stock-servers/configurations.ts'
import { findingsOf } from './stock-servers/findings.ts'
import { stockFindings } from './stock-servers/findings.table.ts'
import { layOut, offered } from './stock-servers/lay-out.ts'
import { isInstalled, startServer } from './stock-servers/start-server.ts'
import type { RunningServer } from './stock-servers/start-server.ts'

const missing = stockServers.filter((server) => !isInstalled(server)).map(({ name }) => name)
if (missing.length > 0) {
  process.stderr.write(`test/stock-servers.test.ts (skipped: no ${missing.join(', ')} here)\n`)
}

test.runIf(process.env['CI'] !== undefined)('nginx, Apache and lighttpd are there, in CI', () => {
  expect(missing).toEqual([])
})

const prepared = await prepare()

describe.each(stockServers)('$name of Debian', (server) => {
  const skipped = isInstalled(server) ? '' : ' (skipped: it is not installed)'

  describe.skipIf(skipped !== '')(`as it is installed${skipped}`, () => {
    let folder: string
    let running: RunningServer

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'ota-stock-'))
      await chmod(folder, 0o755)
      running = await startServer(server, folder, layOut)
    })

    afterAll(async () => {
      await running.stop()
      await rm(folder, { recursive: true })
    })

    test.each(Object.entries(offered))('serves %s to a %s', async (file, profile) => {
      const url = `${running.origin}/${file}`
      const { report } = await check({ url, profile, prepared })
      const found = { server: server.name, file, ...findingsOf(report, running.origin) }
      expect(found).toEqual(
        stockFindings.find((row) => row.server === server.name && row.file === file),
      )
    })
  })
})
