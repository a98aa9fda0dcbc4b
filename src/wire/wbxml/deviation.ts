/** Where a document departs from its format without becoming unreadable. */
export interface WbxmlDeviation {
  readonly rule: WbxmlRule
  /** Octet at which it begins. */
  readonly offset: number
  readonly found: string
}

export type WbxmlRule =
  | 'version'
  | 'public-id'
  | 'charset'
  | 'trailing-octets'
  | 'unknown-tag'
  | 'unknown-attribute'
  | 'unknown-value'
  | 'extension'
  | 'entity'
  | 'opaque'
  | 'malformed-text'
  | 'unterminated-string'
  | 'date-length'
  | 'date-digits'
  | 'date-calendar'
  | 'date-as-text'

/** Deviations listed of one document. */
const deviationsMax = 200

export function logWbxmlDeviation(list: WbxmlDeviation[], deviation: WbxmlDeviation): void {
  if (list.length < deviationsMax) list.push(deviation)
}
