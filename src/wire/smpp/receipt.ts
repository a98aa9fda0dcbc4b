/**
 * The text of a delivery receipt (SMPP 3.4 appendix B, which calls it specific to an SMSC):
 *
 *     id:ID sub:001 dlvrd:001 submit date:YYMMDDhhmm done date:YYMMDDhhmm stat:STATUS err:000 text:TEXT
 */
export interface Receipt {
  readonly id: string
  /** Messages submitted and delivered, of a distribution list. */
  readonly submitted: string
  readonly delivered: string
  /** Ten digits; some write seconds as well. */
  readonly submitDate: string
  readonly doneDate: string
  /** Seven letters: `DELIVRD`, `EXPIRED` … */
  readonly stat: string
  readonly error: string
  /** The first 20 characters of the message. */
  readonly text: string
}

/** message_state by its value, and the word in a receipt (SMPP 3.4 section 5.2.28 and appendix B). */
export const receiptStates = [
  { value: 1, word: 'ENROUTE' },
  { value: 2, word: 'DELIVRD' },
  { value: 3, word: 'EXPIRED' },
  { value: 4, word: 'DELETED' },
  { value: 5, word: 'UNDELIV' },
  { value: 6, word: 'ACCEPTD' },
  { value: 7, word: 'UNKNOWN' },
  { value: 8, word: 'REJECTD' },
] as const

export const receiptTextMax = 20

export function formatReceipt(receipt: Receipt): string {
  const { id, submitted, delivered, submitDate, doneDate, stat, error } = receipt
  const dates = `submit date:${submitDate} done date:${doneDate}`
  const text = receipt.text.slice(0, receiptTextMax)
  return `id:${id} sub:${submitted} dlvrd:${delivered} ${dates} stat:${stat} err:${error} text:${text}`
}

/** Fields in any order and case, any of them missing but `id` and `stat`; `undefined` for what is no receipt. */
export function parseReceipt(text: string): Receipt | undefined {
  const textAt = /(?:^|\s)text:/i.exec(text)
  const front = textAt === null ? text : text.slice(0, textAt.index)
  const id = fieldOf(front, 'id')
  const stat = fieldOf(front, 'stat')
  if (id === undefined || stat === undefined) return undefined
  return {
    id,
    submitted: fieldOf(front, 'sub') ?? '',
    delivered: fieldOf(front, 'dlvrd') ?? '',
    submitDate: fieldOf(front, 'submit date') ?? '',
    doneDate: fieldOf(front, 'done date') ?? '',
    stat,
    error: fieldOf(front, 'err') ?? '',
    text: textAt === null ? '' : text.slice(textAt.index + textAt[0].length),
  }
}

function fieldOf(front: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}:(\\S+)`, 'i').exec(front)?.[1]
}
