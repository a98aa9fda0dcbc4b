/** What the trace tells of the signature of a native package, and when. */
import { expect, it } from 'vitest'
import { behaviourOf } from '../../src/handset/platform.ts'
import { packClient, signedSpecs, specsOf } from '../../src/reference/native/packages.ts'
import type { NativeKind } from '../../src/reference/native/packages.ts'
import { standingPrompt } from '../../src/scenario/standing-prompt.ts'
import { openHandset } from './handset-world.ts'
import { phone, trust } from './platforms/native-case.ts'

const specs = specsOf({ major: 1, minor: 2, build: 0 })
const link = 'http://ota.test/client.sisx'

/** Kinds of events up to the end, and what is told of the signature. */
async function install(id: string, kind: NativeKind, isSigned: boolean) {
  const profile = phone(id)
  const body = packClient(kind, isSigned ? signedSpecs(specs) : specs)
  const name = kind === 'sisx' || kind === 'sis' ? 'a.sisx' : 'a.cab'
  const headers = [
    ['Content-Type', kind === 'sisx' ? 'x-epoc/x-sisx-app' : 'application/octet-stream'],
    ['Content-Disposition', `attachment; filename="${name}"`],
  ] as const
  const { handset, events, drive } = openHandset({
    profile,
    behaviour: behaviourOf(profile),
    capacityBytes: 1_000_000,
    trust: { ...trust, now: () => Date.parse('2008-06-01T00:00:00Z') },
    answer: ({ method }) => ({
      status: 200,
      headers,
      body: method === 'HEAD' ? new Uint8Array(0) : body,
    }),
  })
  handset.powerOn()
  handset.send({ type: 'link.opened', url: link })
  const isSettled = () => events.some(({ type }) => type === 'install.settled')
  while (!isSettled()) {
    await drive.until(() => standingPrompt(events) !== undefined || isSettled(), 600_000)
    const prompt = standingPrompt(events)
    if (prompt === undefined) break
    handset.send({ type: 'user.answered', prompt: prompt.prompt, answer: 'accept' })
    await drive.advance(0)
  }
  return events.flatMap((event) => {
    if (event.type === 'prompt.shown') return [event.prompt]
    if (event.type === 'install.settled') return [event.native]
    return event.type === 'package.verified' ? [`${event.trust} (${event.suite.name})`] : []
  })
}

it.each([
  [
    'once, between consent and the question about the supplier',
    'nokia-n95',
    'sisx',
    false,
    ['install', 'self-signed (Acme Client)', 'untrusted', 'details', 'place', 'capabilities'],
  ],
  [
    'once, where nothing is asked about the supplier',
    'nokia-n95',
    'sisx',
    true,
    ['install', 'trusted (Acme Client)', 'details', 'place'],
  ],
  [
    'before the question about an unknown publisher',
    'hp-ipaq-510',
    'smartphone',
    false,
    ['download', 'unsigned (Acme Client)', 'untrusted'],
  ],
  [
    'of a known publisher',
    'hp-ipaq-510',
    'smartphone',
    true,
    ['download', 'trusted (Acme Client)'],
  ],
  [
    'not by phones that do not look at it',
    'plain-pocket-pc-2003',
    'pocket-pc',
    true,
    ['download', 'untrusted', 'place'],
  ],
] as const)('a signature is told %s', async (...row) => {
  const [, id, kind, isSigned, told] = row
  expect(await install(id, kind, isSigned)).toEqual([...told, 'installed'])
})
