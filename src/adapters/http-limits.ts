/** Bounds of one exchange. Octet limits end it with the cause `limit`, time limits with `timeout`. */
export interface HttpLimits {
  /** Octets of a response head, interim responses included; at most 65,536. */
  readonly headBytesMax: number
  /** Octets of a response body without its transfer coding. */
  readonly bodyBytesMax: number
  /** Milliseconds of silence, before the first octet (connecting included) and between octets. */
  readonly idleMsMax: number
  /** Milliseconds of the whole exchange. */
  readonly totalMsMax: number
  /** The same where the phone takes its time. */
  readonly pacedMsMax: number
}

export const httpLimits: HttpLimits = {
  headBytesMax: 65_536,
  bodyBytesMax: 16_777_216,
  idleMsMax: 30_000,
  totalMsMax: 120_000,
  pacedMsMax: 900_000,
}
