/** Raises handsets that do nothing, in a process of its own: `node idle.ts COUNT`. Prints time and memory as JSON. */
import { alwaysAnswer } from './answers.ts'
import { raiseFleet } from './fleet.ts'

const count = Number(process.argv[2])
const collect = () => globalThis.gc?.()
await raiseFleet(100, { http: alwaysAnswer(200) })
collect()
const before = process.memoryUsage()
const began = performance.now()
const { members } = await raiseFleet(count, { http: alwaysAnswer(200) })
const ms = performance.now() - began
collect()
const after = process.memoryUsage()
const figures = {
  handsets: members.length,
  ms,
  rssBytes: after.rss,
  bytesEach: (after.heapUsed - before.heapUsed) / count,
  peakRssBytes: process.resourceUsage().maxRSS * 1024,
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
