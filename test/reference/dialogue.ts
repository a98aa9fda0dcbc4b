/** Talks to a reference in process, and reads what it says. */
import { getResponse } from 'msw'
import type { ServerPolicies } from '../../src/reference/policies.ts'
import { createReference } from '../../src/reference/reference.ts'
import type { Fault } from '../../src/reference/fault.ts'
import type { Reference } from '../../src/reference/reference.ts'
import { sentAct } from '../../src/reference/sending.ts'

export const origin = 'http://ota.example'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly octets: Uint8Array
  readonly text: string
}

export interface Dialogue {
  readonly reference: Reference
  /** Moves the reference's clock. */
  wait(ms: number): void
  ask(url: string, init?: RequestInit): Promise<Reply>
  /** The connection breaks before the last octet has left. */
  begin(url: string, init?: RequestInit): Promise<Response>
  report(url: string, body: string, init?: RequestInit): Promise<Reply>
}

export function talkTo(fault?: Fault, policies?: Partial<ServerPolicies>): Dialogue {
  let now = 1_000_000
  const reference = createReference({
    origin,
    now: () => now,
    policies,
    ...(fault === undefined ? {} : { fault }),
  })
  const begin = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const response = await getResponse(reference.handlers, new Request(url, init))
    if (response === undefined) throw new Error(`nobody answered ${url}`)
    return response
  }
  const ask = async (url: string, init: RequestInit = {}): Promise<Reply> => {
    const response = await begin(url, init)
    const octets = new Uint8Array(await response.arrayBuffer())
    // As the connection tells once the last octet has left.
    sentAct(response)?.()
    return {
      status: response.status,
      headers: response.headers,
      octets,
      text: new TextDecoder().decode(octets),
    }
  }
  return {
    reference,
    wait: (ms) => (now += ms),
    begin,
    ask,
    report: (url, body, init = {}) =>
      ask(url, { method: 'POST', body: new TextEncoder().encode(body), ...init }),
  }
}

/** Value of an attribute of a descriptor without faults. */
export function attribute(descriptor: string, name: string): string {
  const line = descriptor.split('\r\n').find((each) => each.startsWith(`${name}: `))
  if (line === undefined) throw new Error(`no ${name} in ${descriptor}`)
  return line.slice(name.length + 2)
}

export function basic(user: string, password: string): string {
  return `Basic ${btoa(`${user}:${password}`)}`
}
