/**
 * Kannel as the push proxy of a server: posted to by its own `test_ppg`, it sends by SMPP to the network of a run, and the phone
 * installs what the push leads to. Where it is not installed the test says so and is skipped.
 */
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/index.ts'
import { createServer } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import { findFreePort } from '../free-port.ts'
import { hasKannelPush, ppgTool, startKannelPush } from './kannel.ts'
import type { KannelPush } from './kannel.ts'

const isThere = hasKannelPush()
const without = isThere ? '' : ' (skipped: no push proxy of Kannel here)'
if (without !== '') process.stderr.write(`test/network/kannel-push.test.ts${without}\n`)

test.runIf(process.env['CI'] !== undefined)('the push proxy of Kannel is there, in CI', () => {
  expect(isThere).toBe(true)
})

/** Writes a document and the request around it, and posts them. Link, number without `+` and URL of the proxy come as arguments. */
const script = `#!/bin/sh
set -e
folder=$(mktemp -d)
cat > "$folder/si" <<END
<?xml version="1.0"?>
<!DOCTYPE si PUBLIC "-//WAPFORUM//DTD SI 1.0//EN" "http://www.wapforum.org/DTD/si.dtd">
<si><indication href="$1" si-id="$1#1">Get the demo</indication></si>
END
cat > "$folder/pap" <<END
<?xml version="1.0"?>
<!DOCTYPE pap PUBLIC "-//WAPFORUM//DTD PAP//EN" "http://www.wapforum.org/DTD/pap_1.0.dtd">
<pap><push-message push-id="1@kannel.test"><address address-value="WAPPUSH=$2/TYPE=PLMN@ppg.test"></address>
<quality-of-service priority="low" delivery-method="unconfirmed" network-required="true" network="gsm" bearer-required="true" bearer="sms"></quality-of-service>
</push-message></pap>
END
TOOL -c si "$3" "$folder/si" "$folder/pap"
rm -r "$folder"
`

describe.skipIf(!isThere)(`the push proxy of Kannel${without}`, () => {
  const reference = createReference({
    origin: 'http://127.0.0.1',
    now: () => Date.parse('2006-03-01T09:00:00.000Z'),
  })
  const server = createServer(reference)
  let folder = ''
  let smscPort = 0
  let kannel: KannelPush

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kannel-push-'))
    smscPort = await findFreePort()
    kannel = await startKannelPush(folder, { smscPort })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }, 30_000)

  afterAll(async () => {
    await kannel.stop()
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true })
  })

  test('is posted to, sends by SMPP, and the phone opens what it shows and installs it', async () => {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await writeFile(join(folder, 'push.sh'), script.replace('TOOL', ppgTool))
    const file = join(folder, 'target.yaml')
    await writeFile(
      file,
      `links: { demo: "http://127.0.0.1:${port}/demo.jad" }
network: { ports: { smsc: ${smscPort} }, account: { name: acme, password: secret }, arrivalMs: 30000 }
verbs: { push: { exec: [sh, push.sh, "\${link}", "\${handset.msisdn}", "${kannel.url}"] } }
`,
    )
    const { report, traces } = await run({
      target: file,
      scenarios: ['push/service-indication', 'push/signal-medium-while-busy'],
      profile: 'midp2-plain',
    })
    expect(
      report.cases.map(({ scenario, reason, outcome }) => [scenario, reason, outcome?.code]),
    ).toEqual([
      ['push/service-indication', undefined, 900],
      ['push/signal-medium-while-busy', undefined, 900],
    ])
    const link = `http://127.0.0.1:${port}/demo.jad`
    expect(report.cases[0]?.messages).toEqual([
      {
        message: '1',
        bearer: 'smsc',
        sender: 'acme',
        from: '1234',
        to: '358401234567',
        state: 'delivered',
        decoded: `SI Get the demo, to ${link}, si-id ${link}#1`,
        fate: [`the phone showed the link ${link} (medium)`],
      },
    ])
    const sessions = [...traces.values()].map(
      ({ events }) =>
        new Set(events.map((event) => event.type === 'bearer.exchanged' && event.session)),
    )
    // One that it keeps from case to case.
    expect(sessions).toEqual([new Set([false, 'smsc.1']), new Set([false, 'smsc.1'])])
  }, 120_000)
})
