/** The same push by each bearer: whatever way it takes, the phone has the same in its inbox and shows the same link. */
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../src/index.ts'
import type { RunResult } from '../src/index.ts'

const bearers = ['ppg', 'sendsms', 'json', 'wap-udp']

/** Of a push over SMPP, and what the others of its kind begin with. */
const kinds = [
  ['push/service-indication', 'by'],
  ['push/in-segments', 'long-by'],
  ['push/service-loading', 'loading-by'],
  ['push/switched-off', 'switched-off-by'],
  ['push/uncovered', 'uncovered-by'],
] as const

let played: RunResult

beforeAll(async () => {
  const others = kinds.flatMap(([first, stem]) => [first, `push/${stem}-*`])
  played = await run({ scenarios: others, profile: 'midp2-plain' })
}, 60_000)

/** What the phone made of it, without what the network calls its messages. */
function inboxOf(scenario: string): readonly unknown[] {
  const trace = played.traces.get(`${scenario} @ midp2-plain`)
  if (trace === undefined) throw new TypeError(`${scenario} was not played`)
  return trace.events.flatMap((event): readonly unknown[] => {
    if (event.type === 'inbox.changed') {
      const { change, held, kind, text, url } = event
      return [{ change, held, kind, text, url }]
    }
    if (event.type !== 'link.offered') return []
    const { url, from, text, signal } = event
    return [{ url, from, text, signal }]
  })
}

describe.each(kinds)('the inbox after %s', (first, stem) => {
  it.each(bearers)('is the same by %s', (bearer) => {
    expect(inboxOf(first).length).toBeGreaterThan(1)
    expect(inboxOf(`push/${stem}-${bearer}`)).toEqual(inboxOf(first))
  })
})
