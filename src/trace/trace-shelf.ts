/**
 * The traces of a run, kept as their own text: a run of thousands of cases holds each package once, and of the rest what
 * its lines weigh. A trace is read again when it is asked for.
 */
import { formatTrace, parseTrace } from './jsonl.ts'
import type { Trace } from './trace.ts'

export interface TraceShelf {
  put(id: string, trace: Trace): void
  readonly traces: ReadonlyMap<string, Trace>
}

type Kept =
  | {
      readonly kind: 'packed'
      /** The line of the case's beginning, with which a text has to begin. */
      readonly first: string
      /** Lines of the events after it. */
      readonly events: string
      /** Lines of octets, the same string in all traces that hold the same octets. */
      readonly octets: readonly string[]
    }
  | { readonly kind: 'whole'; readonly trace: Trace }

/** What is longer, such as a trace of huge answers, is kept as it is: reading has limits. */
const packedCharactersMax = 4 * 1024 * 1024

const octetsLine = /^\{"type":"octets","sha256":"([0-9a-f]{64})"/

export function createTraceShelf(): TraceShelf {
  const kept = new Map<string, Kept>()
  const pool = new Map<string, string>()
  return {
    put: (id, trace) => void kept.set(id, pack(trace, pool)),
    traces: new ShelfView(kept),
  }
}

function pack(trace: Trace, pool: Map<string, string>): Kept {
  const text = formatTrace(trace)
  if (text.length > packedCharactersMax) return { kind: 'whole', trace }
  const octets: string[] = []
  const events: string[] = []
  for (const line of text.split('\n')) {
    const [, sha256] = octetsLine.exec(line) ?? []
    if (sha256 === undefined) events.push(line)
    else {
      const shared = pool.get(sha256) ?? copy(line)
      pool.set(sha256, shared)
      octets.push(shared)
    }
  }
  const [first = '', ...rest] = events
  return { kind: 'packed', first: copy(first), octets, events: copy(rest.join('\n')) }
}

/** A slice would hold the whole text that it was cut from. */
function copy(text: string): string {
  return Buffer.from(text).toString()
}

class ShelfView implements ReadonlyMap<string, Trace> {
  readonly #kept: ReadonlyMap<string, Kept>

  constructor(kept: ReadonlyMap<string, Kept>) {
    this.#kept = kept
  }

  get size(): number {
    return this.#kept.size
  }

  has(id: string): boolean {
    return this.#kept.has(id)
  }

  get(id: string): Trace | undefined {
    const one = this.#kept.get(id)
    return one === undefined ? undefined : unpack(one, id)
  }

  forEach(tell: (trace: Trace, id: string, all: ReadonlyMap<string, Trace>) => void): void {
    for (const [id, trace] of this) tell(trace, id, this)
  }

  keys(): MapIterator<string> {
    return this.#kept.keys()
  }

  values(): MapIterator<Trace> {
    return this.entries().map(([, trace]) => trace)
  }

  entries(): MapIterator<[string, Trace]> {
    return this.#kept.entries().map(([id, one]) => [id, unpack(one, id)])
  }

  [Symbol.iterator](): MapIterator<[string, Trace]> {
    return this.entries()
  }
}

function unpack(kept: Kept, id: string): Trace {
  if (kept.kind === 'whole') return kept.trace
  const { first, octets, events } = kept
  return parseTrace([first, ...octets, events].join('\n'), id)
}
