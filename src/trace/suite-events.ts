/** The part of the vocabulary that tells of installed suites, their records and the reports that they owe. */

export interface Subject {
  readonly vendor: string
  readonly name: string
  readonly version: string
  /** Of a Symbian package, which is known by it and not by its names: `0x20001234`. */
  readonly uid?: string
}

/** A record store, without what is in it. */
export interface StoreFacts {
  readonly store: string
  readonly records: number
  readonly bytes: number
}

export type SuiteFact =
  | {
      readonly type: 'suite.installed'
      readonly suite: Subject
      readonly bytes: number
      /** Of a signed suite: the protection domain of the root, and who signed it. */
      readonly domain?: string
      readonly signer?: string
    }
  /** It was on the phone when the case began. */
  | {
      readonly type: 'suite.found'
      readonly suite: Subject
      readonly descriptorUrl?: string
      readonly packageUrl: string
      /** Name of the certificate that signed it; none: it is not signed. */
      readonly signer?: string
      readonly stores: readonly StoreFacts[]
    }
  /** Told beside `suite.installed`: the version that was there is gone. */
  | { readonly type: 'suite.updated'; readonly suite: Subject; readonly replaced: Subject }
  | { readonly type: 'suite.launched'; readonly suite: Subject }
  | { readonly type: 'suite.removed'; readonly suite: Subject }
  | ({ readonly type: 'records.written'; readonly suite: Subject } & StoreFacts)
  /** The suite read its records and found what the scenario says. */
  | {
      readonly type: 'records.read'
      readonly suite: Subject
      readonly stores: readonly StoreFacts[]
    }
  | {
      /** What became of the records of a suite that was updated or removed. */
      readonly type: 'records.kept' | 'records.dropped'
      readonly suite: Subject
      /** The rule that decided. */
      readonly why: string
      readonly stores: readonly StoreFacts[]
    }
  | {
      readonly type: 'report.queued'
      readonly id: string
      readonly kind: 'install' | 'delete' | 'download'
      readonly url: string
      readonly code: number
    }
  | { readonly type: 'report.delivered'; readonly id: string; readonly attempts: number }
  | {
      readonly type: 'report.kept'
      readonly id: string
      readonly attempts: number
      readonly reason: string
    }
  | {
      readonly type: 'report.abandoned'
      readonly id: string
      readonly attempts: number
      readonly reason: string
    }
