/** The README promises what there is. */
import { readFile, readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { exitCodesHelp } from '../src/cli/exit-codes.ts'
import { parseTarget } from '../src/target/target.ts'

const root = new URL('../', import.meta.url)
const readme = await readFile(new URL('README.md', root), 'utf8')
const commands = (await readdir(new URL('src/cli/commands/', root))).map((file) =>
  file.replace(/\.ts$/, ''),
)

test('every command is in its table, in its examples none that is not there', () => {
  const table = [...readme.matchAll(/^\| `ota ([a-z-]+)/gm)].flatMap(([, name]) => name ?? [])
  const examples = [...readme.matchAll(/npx ota ([a-z-]+)/g)].flatMap(([, name]) => name ?? [])
  expect(table.toSorted()).toEqual(commands.toSorted())
  expect(examples.filter((name) => !commands.includes(name))).toEqual([])
})

test('its exit codes are those of `ota --help`', () => {
  const told = [...readme.matchAll(/^\| (\d+) \| /gm)].map(([, code]) => code)
  const helped = [...exitCodesHelp.matchAll(/^ {2}(\d+) /gm)].map(([, code]) => code)
  expect(told).toEqual(helped)
})

test('its target file is one, and what may stand in it beside', () => {
  const blocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text)
  const { links, verbs, ...target } = parseTarget(blocks.join(''), 'README.md')
  expect([...links.keys()].toSorted()).toEqual([
    'busy',
    'client',
    'demo',
    'download',
    'moved',
    'package',
    'protected',
    'push',
    'signed',
    'updated',
  ])
  expect(Object.keys(verbs?.by ?? {}).toSorted()).toEqual([
    'cancel',
    'clock',
    'logs',
    'publish',
    'push',
    'reset',
    'status',
  ])
  expect(target).toMatchObject({
    name: 'staging',
    hosts: ['127.0.0.1:8080', 'cdn.example'],
    suite: { vendor: 'Acme', name: 'Demo', version: '1.0.0' },
    credentials: { user: 'qa', password: 'secret' },
    policies: { otherPlatform: 'refuses', ticketUses: 'single' },
    discovery: 'browser',
    clock: true,
  })
})
