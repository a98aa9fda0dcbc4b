/** The part of the vocabulary that tells of UAProf documents. */

export type UaprofEventFact = {
  /** Somebody asked for a document that a phone announces, at the host that the harness has in the place of its maker's. */
  readonly type: 'uaprof.fetched'
  readonly url: string
  /** What the fetcher calls itself. */
  readonly by: string
  /** For a person. */
  readonly got: string
  /** It was the document, whole. */
  readonly served: boolean
}
