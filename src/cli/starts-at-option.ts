/** The day on which a run is played: certificates of packages are good for a while, and phones go by their calendars. */
import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'

export function addStartsAtOption(command: Command): Command {
  return command.option(
    '--starts-at <instant>',
    'what the calendars of the phones show, e.g. 2010-06-01 or 2010-06-01T12:00:00Z; in March 2006 when none is given',
    parseInstant,
  )
}

/** A day alone begins at midnight. All times are those of Greenwich. */
const instant = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z)?$/

function parseInstant(word: string): string {
  const at = instant.test(word) ? Date.parse(word) : Number.NaN
  // Days that no month has are those of the next one to `Date.parse`.
  const isThatDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(word.slice(0, 10))
  if (isThatDay && at >= 0) return new Date(at).toISOString()
  throw new InvalidArgumentError('It is a day since 1970, 2010-06-01, or an instant of one.')
}
