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

test('its target file is one', () => {
  const text = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const target = parseTarget(text, 'README.md')
  expect({ ...target, links: [...target.links.keys()] }).toEqual({
    name: 'staging',
    links: [
      'demo',
      'protected',
      'moved',
      'busy',
      'package',
      'push',
      'signed',
      'download',
      'updated',
    ],
    hosts: ['127.0.0.1:8080', 'cdn.example'],
    roots: [],
    suite: { vendor: 'Acme', name: 'Demo', version: '1.0.0' },
    credentials: { user: 'qa', password: 'secret' },
    clock: false,
    embedded: false,
  })
})
