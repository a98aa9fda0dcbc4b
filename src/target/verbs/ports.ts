/**
 * How verbs reach what they ask. A port resolves with an outcome and never rejects for what a server, a program or a person
 * may do.
 */
import type { Header } from '../../trace/events.ts'

export interface VerbRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly Header[]
  readonly body: Uint8Array | undefined
  readonly timeoutMs: number
}

export type VerbAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly reason: string
      readonly body: Uint8Array
    }
  | {
      readonly kind: 'failure'
      readonly cause: 'unreachable' | 'untrusted' | 'malformed' | 'timeout' | 'limit'
      readonly detail: string
    }

/** One request to a server that the operator named; no redirects. */
export interface VerbHttp {
  ask(request: VerbRequest): Promise<VerbAnswer>
}

export interface ProgramCall {
  /** The program and its arguments: no shell reads them. */
  readonly words: readonly string[]
  readonly folder: string
  readonly timeoutMs: number
}

export type ProgramEnd =
  /** `output`: standard output and standard error as they came. */
  | { readonly kind: 'ended'; readonly code: number; readonly output: Uint8Array }
  | { readonly kind: 'not started'; readonly code: string; readonly detail: string }
  | {
      readonly kind: 'killed'
      readonly cause: 'timeout' | 'limit' | 'signal'
      readonly detail: string
    }

export interface Program {
  run(call: ProgramCall): Promise<ProgramEnd>
}

/** Somebody who does by hand what no program can. */
export interface Person {
  ask(text: string, timeoutMs: number): Promise<'done' | 'refused' | 'nobody'>
}

export interface VerbPorts {
  readonly http: VerbHttp
  readonly program: Program
  readonly person: Person
}
