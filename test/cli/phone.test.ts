/** Sessions with one phone, each call a process of its own, and the embedded server on loopback. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteStorage } from '../../src/adapters/storage-sqlite.ts'
import { listen } from '../../src/reference/listen.ts'
import { createReference } from '../../src/reference/reference.ts'
import { testRoots } from '../../src/test-authority/authority.ts'
import { runAlone, runHere, typeOnPhone } from './type-on-phone.ts'
import type { Run } from './type-on-phone.ts'

/** Each starts processes, or loads all phones several times. */
const timeout = 60_000

let folder = ''
let server: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ota-phone-'))
  const reference = createReference({ origin: 'http://127.0.0.1', now: () => Date.now() })
  server = await listen(reference, { host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** `$ ota phone open LINK` with what comes out. */
const type = (words: string, phone = 'p', how?: Run): Promise<string> =>
  typeOnPhone(words, { folder, phone, link: server.links.demo, ...(how && { how }) })

test(
  'a suite lasts from call to call: installed, listed, started, removed, its deletion reported later',
  { timeout },
  async () => {
    const calls = [
      'open LINK',
      'list',
      'launch demo',
      'remove Demo',
      'list',
      'status',
      'open LINK --answer refuse',
    ]
    const session: string[] = []
    for (const words of calls) session.push(await type(words, 'p', runAlone))
    expect(session).toEqual([
      `$ open LINK
? Install Demo 1.0.0 of Acme, N octets?
> accept
Demo of Acme 1.0.0 is installed
report 900 delivered
! a new Plain MIDP 2.0 phone, kept in FOLDER/p
! GET http://ota.test/demo.jad: 200, N octets
! GET http://ota.test/demo.jar?visit=v1: 200, N octets
! POST http://ota.test/install-notify/v1: 200, N octets
= 0`,
      `$ list
Demo  1.0.0  Acme  N octets  no records
= 0`,
      `$ launch demo
Demo of Acme runs
= 0`,
      `$ remove Demo
? Remove Demo 1.0.0 of Acme? 1 MIDlet (Demo) and 0 record stores go.
> accept
Demo of Acme is removed
= 0`,
      `$ list
! nothing is installed
= 0`,
      `$ status
phone     Plain MIDP 2.0 phone (midp2-plain)
file      FOLDER/p
power     on
coverage  yes
memory    2097152 of N octets free
suites    0
messages  0
roots     none: it takes no signed suite
hosts     ota.test
reports   1 to send
  912  delete  0 attempts  http://ota.test/delete-notify/v1
= 0`,
      `$ open LINK --answer refuse
? Install Demo 1.0.0 of Acme, N octets?
> refuse
not installed: the user refused (902)
report 902 delivered
report 912 delivered
! GET http://ota.test/demo.jad: 200, N octets
! POST http://ota.test/install-notify/v2: 200, N octets
! POST http://ota.test/delete-notify/v1: 200, N octets
= 1`,
    ])
  },
)

test(
  'a phone that is off does nothing, and one without coverage installs nothing',
  { timeout },
  async () => {
    const calls = [
      'new --profile nokia-6300',
      'new',
      'open LINK --profile midp2-plain',
      'power off',
      'open LINK',
      'launch Demo',
      'power on',
      'coverage lost',
      'open LINK',
      'coverage regained',
    ]
    const session: string[] = []
    for (const words of calls) session.push(await type(words, 'q'))
    expect(session).toEqual([
      '$ new --profile nokia-6300\na new Nokia 6300\n= 0',
      `$ new
! error: there is a phone already, a Nokia 6300 [phone/exists]
! hint: It is in FOLDER/q. Give another place with --phone, or move it away.
= 2`,
      `$ open LINK --profile midp2-plain
! error: this phone is a nokia-6300, not a midp2-plain [phone/profile]
! hint: Leave --profile away, or give another phone with --phone.
= 2`,
      '$ power off\npower off\n= 0',
      `$ open LINK
! error: the phone is off [phone/off]
! hint: Say \`ota phone power on\`.
= 2`,
      `$ launch Demo
! error: the phone is off [phone/off]
! hint: Say \`ota phone power on\`.
= 2`,
      '$ power on\npower on\n= 0',
      '$ coverage lost\ncoverage lost\n= 0',
      `$ open LINK
not installed: no coverage
! no coverage
! GET http://ota.test/demo.jad: no coverage
= 1`,
      '$ coverage regained\ncoverage regained\n= 0',
    ])
  },
)

test(
  'every call can be judged, at once or from the traces that are kept',
  { timeout },
  async () => {
    const place = `--phone ${folder}/r --out ${folder}/traces`
    const opened = await runHere(`phone open ${server.links.demo} ${place} --judge`)
    expect([opened.stdout.split('\n')[4], opened.exitCode]).toEqual([
      expect.stringMatching(/^CONFORMS: \d+ checks exercised in 1 case, none failed$/),
      0,
    ])
    await runHere(`phone launch Demo ${place}`)
    const names = (await readdir(`${folder}/traces`)).toSorted()
    expect(names.map((name) => name.replace(/^[-\dTZ.]+-/, ''))).toEqual([
      'open.jsonl',
      'launch.jsonl',
    ])
    const judged = await runHere(`judge ${folder}/traces`)
    expect([judged.stdout.split(':')[0], judged.stderr, judged.exitCode]).toEqual([
      'CONFORMS',
      '',
      0,
    ])
    expect(judged.stdout).toContain('Seed        0, wall clock from ')
  },
)

test('what can be read can be read by programs', { timeout }, async () => {
  await type('new', 's')
  const listed = await runHere(`phone list --json --phone ${folder}/s`)
  expect(JSON.parse(listed.stdout)).toEqual([])
  const { stdout } = await runHere(`phone status --json --phone ${folder}/s`)
  expect(JSON.parse(stdout)).toEqual({
    file: `${folder}/s`,
    profile: 'midp2-plain',
    name: 'Plain MIDP 2.0 phone',
    on: true,
    covered: true,
    capacityBytes: 2097152,
    freeBytes: 2097152,
    suites: 0,
    messages: 0,
    roots: [],
    hosts: [],
    calls: 0,
    reports: [],
  })
})

test(
  'a signed suite is taken by a phone that was made with its root, and by no other',
  { timeout },
  async () => {
    const roots: string[] = []
    for (const { domain, octets } of testRoots()) {
      await writeFile(`${folder}/${domain}`, octets)
      roots.push(`--root ${domain}=${folder}/${domain}`)
    }
    expect(await type(`new ${roots.join(' ')}`, 'u')).toContain('= 0')
    const opened = await type(`open ${server.links.signed} --answer accept`, 'u')
    expect(opened.split('\n').at(-1)).toBe('= 0')
    expect((await type('status', 'u')).split('\n').slice(8, 11)).toEqual([
      'roots     manufacturer: O=Test authority (proves nothing), CN=Root of the manufacturer domain',
      '          operator: O=Test authority (proves nothing), CN=Root of the operator domain',
      '          identified-third-party: O=Test authority (proves nothing), CN=Root of the identified-third-party domain',
    ])
    expect(await type(`open ${server.links.signed} --answer accept`, 'v')).toMatch(
      /not installed: .* \(909\)/,
    )
  },
)

test(
  'a phone that another process has is left to it, and an unreachable server ends in 5',
  { timeout },
  async () => {
    await type('new', 't')
    const held = openSqliteStorage(join(folder, 't'))
    expect(await type('list', 't')).toBe(`$ list
! error: FOLDER/t: another process has this phone in its hand [phone/in-use]
! hint: Wait until it is done, or give another phone with --phone.
= 2`)
    held.close()
    expect((await type('open http://127.0.0.1:1/demo.jad', 't')).split('\n').at(-1)).toBe('= 5')
  },
)
