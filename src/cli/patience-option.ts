/** How long a run waits in vain for its target. */
import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'

/** Four requests that are never answered. */
const patienceSeconds = 120
const patienceSecondsMax = 86_400

export function addPatienceOption(command: Command): Command {
  return command.option(
    '--patience <seconds>',
    'how long the target may keep requests waiting in vain, in all, before the run ends',
    parsePatience,
    patienceSeconds,
  )
}

function parsePatience(word: string): number {
  const seconds = Number(word)
  if (/^\d{1,5}$/.test(word) && seconds >= 1 && seconds <= patienceSecondsMax) return seconds
  throw new InvalidArgumentError(`It is a number of seconds from 1 to ${patienceSecondsMax}.`)
}
