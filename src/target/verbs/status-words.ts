/** The words of a server for where an installation is. */
import { z } from 'zod'
import { shownStates } from '../../trace/status-events.ts'
import type { ShownState } from '../../trace/status-events.ts'

export type StatusWords = Readonly<Record<ShownState, readonly string[]>>

const wordsMax = 16

const words = z.union([
  z
    .string()
    .min(1)
    .max(200)
    .transform((word) => [word]),
  z.array(z.string().min(1).max(200)).min(1).max(wordsMax),
])

export const statusWordsSchema = z
  .strictObject({
    waiting: words.describe('It waits for the download.'),
    downloaded: words.describe('It was downloaded, and waits for the client to connect.'),
    installed: words.describe('The client has connected.'),
  })
  .superRefine((given, context) => {
    for (const state of shownStates) {
      const others = shownStates.filter((other) => other !== state)
      const twice = given[state].find((word) =>
        others.some((other) => given[other].some((one) => isSame(one, word))),
      )
      if (twice === undefined) continue
      const message = `Unexpected "${twice}" in two places, expected it to mean one thing`
      context.addIssue({ code: 'custom', message, path: [state] })
      return
    }
  })

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/**
 * What a server said, by the longest of the words that is in it: "not installed" means something else than "installed".
 * @returns none when it said none of them
 */
export function readState(said: string, given: StatusWords): ShownState | undefined {
  const text = said.toLowerCase()
  const found = shownStates
    .flatMap((state) => given[state].map((word) => ({ state, length: word.length, word })))
    .filter(({ word }) => text.includes(word.toLowerCase()))
    .toSorted((one, other) => other.length - one.length)
  return found[0]?.state
}
