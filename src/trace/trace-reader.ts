/** Reads the lines of a trace file that somebody may have cut, edited or made up. */
import { hash } from 'node:crypto'
import { DataError } from '../errors.ts'
import { isTraceEvent } from './event-shapes.ts'
import type { TraceEvent } from './events.ts'

export const traceLimits = {
  traceCharactersMax: 268_435_456,
  traceLinesMax: 1_000_000,
} as const

const hint = 'Give a trace as `ota run --out` wrote it, unchanged and whole.'

/** Takes the lines one by one. */
export class TraceReader {
  readonly #file: string
  readonly #octets = new Map<string, Uint8Array>()
  readonly events: TraceEvent[] = []

  constructor(file: string) {
    this.#file = file
  }

  /** @throws DataError at `file:line:column` */
  readLine(line: string, number: number): void {
    const complain = (problem: string, column = 1): never => {
      const place = `${this.#file}:${number}:${column}`
      throw new DataError('trace/line', problem, { place, hint })
    }
    const value = parseJson(line, complain)
    if (isRecord(value) && value['type'] === 'octets' && this.events.length > 0) {
      this.#store(value, complain)
      return
    }
    const whole = this.#resolve(value, complain)
    if (!isTraceEvent(whole, complain)) return
    this.#checkOrder(whole, complain)
    this.events.push(whole)
  }

  #store(line: Readonly<Record<string, unknown>>, complain: (problem: string) => never): void {
    const { sha256, base64 } = line
    if (typeof sha256 !== 'string' || typeof base64 !== 'string') {
      complain('Unexpected octets line, expected "sha256" and "base64"')
      return
    }
    const octets = new Uint8Array(Buffer.from(base64, 'base64'))
    const found = hash('sha256', octets, 'hex')
    if (found !== sha256)
      complain(`Unexpected octets with SHA-256 ${found}, expected ${sha256.slice(0, 64)}`)
    this.#octets.set(sha256, octets)
  }

  /** Puts octets where they are named. */
  #resolve(value: unknown, complain: (problem: string) => never): unknown {
    if (!isRecord(value)) return value
    const place = (holder: unknown, names: readonly string[]): unknown => {
      if (!isRecord(holder)) return holder
      const placed: Record<string, unknown> = { ...holder }
      for (const name of names) {
        const named = placed[name]
        if (Array.isArray(named)) placed[name] = named.map((one) => this.#octetsOf(one, complain))
        else if (name in placed) placed[name] = this.#octetsOf(named, complain)
      }
      return placed
    }
    if (value['type'] !== 'http.exchanged') return place(value, octetFields)
    const { request, response, network } = value
    const delivered = isRecord(network) ? place(network['delivered'], ['body']) : undefined
    return {
      ...value,
      ...(request === undefined ? {} : { request: place(request, ['head', 'body']) }),
      ...(response === undefined ? {} : { response: place(response, ['head', 'body']) }),
      ...(isRecord(network) && delivered !== undefined
        ? { network: { ...network, delivered } }
        : {}),
    }
  }

  #octetsOf(value: unknown, complain: (problem: string) => never): unknown {
    if (!isRecord(value)) return value
    const name = value['$octets']
    if (typeof name !== 'string') return value
    return (
      this.#octets.get(name) ??
      complain(`Unexpected octets ${name.slice(0, 64)}, expected the name of an octets line above`)
    )
  }

  #checkOrder(event: TraceEvent, complain: (problem: string) => never): void {
    const { events } = this
    const last = events.at(-1)
    if (events.length === 0 && event.type !== 'case.started') {
      complain(`Unexpected ${event.type} as the first event, expected case.started`)
    }
    if (event.seq !== events.length) {
      complain(`seq: Unexpected ${event.seq}, expected ${events.length}`)
    }
    if (last !== undefined && event.at < last.at) {
      complain(`at: Unexpected ${event.at}, expected at least ${last.at} as in the event before`)
    }
  }
}

/** Of events without a structure of their own; some hold a list. */
const octetFields = ['octets', 'udh', 'sent', 'received', 'screenshot', 'roots', 'certificates']

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(line: string, complain: (problem: string, column?: number) => never): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return value
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const at = /position (\d+)/.exec(message)?.[1]
    const column = at === undefined ? line.length + 1 : Number(at) + 1
    return complain(
      `Unexpected text, expected one JSON object on the line (${message.slice(0, 120)})`,
      column,
    )
  }
}
