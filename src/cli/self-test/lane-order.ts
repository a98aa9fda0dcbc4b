/** What a lane in a thread of its own is asked; it answers with what the lane gives, in the same order. */
export type LaneOrder =
  | { readonly kind: 'watch'; readonly cases: readonly number[] }
  | { readonly kind: 'spoil'; readonly fault: string; readonly cases: readonly number[] }
