/** Bounds of what a bearer takes by HTTP, and what it asks of those it calls back. */
export interface HttpLimits {
  readonly connectionsMax: number
  /** Request line and fields. */
  readonly headBytesMax: number
  readonly bodyBytesMax: number
  /** Wall time for a whole request. */
  readonly requestMsMax: number
  /** Requests in any second of the clock. */
  readonly requestsPerSecondMax: number
  /** Wall time for a call back to be answered. */
  readonly callbackMsMax: number
  /** Octets of such an answer that are read. */
  readonly callbackBytesMax: number
}

export const httpLimits: HttpLimits = {
  connectionsMax: 64,
  headBytesMax: 16_384,
  bodyBytesMax: 262_144,
  requestMsMax: 10_000,
  requestsPerSecondMax: Number.POSITIVE_INFINITY,
  callbackMsMax: 10_000,
  callbackBytesMax: 65_536,
}
