/** Servers over sockets that keep to a policy or do not, and target files that say which it is or do not. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { prepare, run } from '../../src/index.ts'
import { listen } from '../../src/reference/listen.ts'
import type { ServerPolicies } from '../../src/reference/policies.ts'
import { createReference } from '../../src/reference/reference.ts'

const prepared = await prepare()

/** Verdict of the case, and what the check says of the link. */
async function play(scenario: string, server: Partial<ServerPolicies>, line: string) {
  const reference = createReference({ origin: 'http://127.0.0.1', now: () => 0, policies: server })
  const { origin, close } = await listen(reference, { host: '127.0.0.1', port: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'ota-policies-'))
  onTestFinished(async () => {
    await close()
    await rm(folder, { recursive: true, force: true })
  })
  const target = join(folder, 'target.yaml')
  const links = `{ demo: ${origin}/demo.jad, client-for-symbian-9: ${origin}/client-for-symbian-9 }`
  await writeFile(target, `links: ${links}\n${line}\n`)
  const { report } = await run({ prepared, target, scenarios: [scenario], profile: 'htc-wizard' })
  const [played] = report.cases
  const { verdict, reason } =
    played?.findings.find(({ check }) => check === 'native/other-platform') ?? {}
  return [played?.verdict, verdict ?? played?.reason, verdict && reason]
}

const served = 'native/symbian-package-on-windows-mobile'

it.each([
  [
    'serves',
    'policies: { other-platform: serves }',
    ['pass', 'pass', 'status 200 with x-epoc/x-sisx-app: what was ordered, whoever asks'],
  ],
  [
    'serves',
    '',
    [
      'pass',
      'inconclusive',
      'status 200 with x-epoc/x-sisx-app: whether that is right is a policy: add policies: { other-platform: serves } or refuses to the target file',
    ],
  ],
  [
    'refuses',
    'policies: { other-platform: serves }',
    [
      'inconclusive',
      'fail',
      'Unexpected status 403 with text/html;charset=UTF-8 for a phone of another platform, expected what was ordered (policies.other-platform: serves).',
    ],
  ],
  [
    'refuses',
    'policies: { other-platform: refuses }',
    [
      'not-applicable',
      'it is about servers of policies: { other-platform: serves }, and the target file says refuses',
      undefined,
    ],
  ],
] as const)(
  'a server that %s phones of another platform, with "%s"',
  async (server, line, told) => {
    expect(await play(served, { otherPlatform: server }, line)).toEqual(told)
  },
)
