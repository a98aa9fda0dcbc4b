/** The part of the vocabulary that tells what the server shows of an installation that nobody reports. */

/** Waiting for the download; downloaded, and waiting for the client; installed. */
export const shownStates = ['waiting', 'downloaded', 'installed'] as const
export type ShownState = (typeof shownStates)[number]

export type StatusEventFact = {
  readonly type: 'status.read'
  /** Link whose installation was asked about: its name and its URL. */
  readonly app: string
  readonly url: string
  /** Version that the client from there says of itself, where the target file says. */
  readonly version?: string
  /** None: it could not be told. */
  readonly state?: ShownState
  /** In the words of the server; without a state, why there is none. */
  readonly said: string
}
