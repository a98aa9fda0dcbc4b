import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { Terminal } from '../../src/cli/terminal.ts'

function terminalThat(out: Terminal['out']): Terminal & { readonly told: string[] } {
  const told: string[] = []
  return {
    columns: 80,
    watched: false,
    paint: (_, text) => text,
    out,
    err: (text) => told.push(text),
    progress: () => {},
    clearProgress: () => {},
    told,
  }
}

describe('a defect of the program', () => {
  test('ends in 4 with a hint where to report it, and blames no target', async () => {
    const terminal = terminalThat(() => {
      throw new TypeError('boom')
    })
    expect(await main(['list', 'profiles'], terminal)).toBe(4)
    expect(terminal.told.join('')).toMatch(
      /^error: TypeError: boom\n(?: {4}at .*\n?)+ \[cli\/unexpected\]\nhint: This is a defect of ota-handset and says nothing about the target\./,
    )
  })
})

test('packages that are not installed are told with what installs them', async () => {
  const terminal = terminalThat(() => {
    const error = new Error("Cannot find package 'saxes' imported from /ota/src/wire/markup.ts")
    throw Object.assign(error, { code: 'ERR_MODULE_NOT_FOUND' })
  })
  expect(await main(['list', 'profiles'], terminal)).toBe(4)
  expect(terminal.told.join('')).toBe(
    "error: Cannot find package 'saxes' [cli/missing-package]\nhint: Say `npm ci` where ota-handset is installed: its packages are not those of its version.\n",
  )
})

test('what is typed wrong is told on stderr, and nothing goes to stdout', async () => {
  const said: (string | Uint8Array)[] = []
  const terminal = terminalThat((text) => said.push(text))
  expect(await main(['list', 'profile'], terminal)).toBe(2)
  expect(said).toEqual([])
  expect(terminal.told.join('').split('\n')[1]).toBe('hint: Did you mean "profiles"?')
})

test('octets are not shown to somebody who looks, and that is said before anything is played', async () => {
  const said: (string | Uint8Array)[] = []
  const terminal = { ...terminalThat((text) => said.push(text)), watched: true }
  expect(await main(['run', 'install/fresh', '--reporter', 'pcapng'], terminal)).toBe(2)
  expect(said).toEqual([])
  expect(terminal.told.join('')).toBe(
    'error: a report of octets is nothing for a terminal [cli/octets]\nhint: Send it to a file: --reporter name=FILE.pcapng\n',
  )
})
