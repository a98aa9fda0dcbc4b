import { Command } from 'commander'
import { expect, it } from 'vitest'
import { addStartsAtOption } from '../../src/cli/starts-at-option.ts'

function read(word: string): unknown {
  const command = addStartsAtOption(new Command())
  command.exitOverride().configureOutput({ writeErr: () => {} })
  try {
    return command.parse(['--starts-at', word], { from: 'user' }).opts()['startsAt']
  } catch {
    return 'refused'
  }
}

it.each([
  ['2010-06-01', '2010-06-01T00:00:00.000Z'],
  ['2010-06-01T12:30Z', '2010-06-01T12:30:00.000Z'],
  ['2010-06-01T12:30:15.5Z', '2010-06-01T12:30:15.500Z'],
  ['2010-02-30', 'refused'],
  ['2010-13-01', 'refused'],
  ['1969-12-31', 'refused'],
  ['2010-06-01T12:30', 'refused'],
  ['June', 'refused'],
  ['', 'refused'],
])('a run that starts at "%s" starts at %s', (word, instant) => {
  expect(read(word)).toBe(instant)
})
