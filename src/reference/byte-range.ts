/** The octets a `Range` field asks for (RFC 9110 section 14.2). */
export type ByteRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly from: number; readonly to: number; readonly isLast: boolean }
  | { readonly kind: 'unsatisfiable' }

/**
 * One range of octets is honoured. Several ranges, another unit or a malformed field are answered with the whole, as
 * RFC 9110 section 14.2 allows.
 *
 * @param field the value of `Range`; the empty string where there is none
 * @returns `from` and `to` are both inclusive; `isLast` when the last octet is among them
 */
export function chooseRange(field: string, length: number): ByteRange {
  const match = /^bytes=([0-9]{0,15})-([0-9]{0,15})$/i.exec(field.trim())
  const [, first = '', last = ''] = match ?? []
  if (first === '' && last === '') return { kind: 'whole' }
  if (first === '') return chooseSuffix(Number(last), length)
  const from = Number(first)
  const to = last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (last !== '' && Number(last) < from) return { kind: 'whole' }
  return from < length
    ? { kind: 'part', from, to, isLast: to === length - 1 }
    : { kind: 'unsatisfiable' }
}

function chooseSuffix(octets: number, length: number): ByteRange {
  if (octets === 0 || length === 0) return { kind: 'unsatisfiable' }
  return { kind: 'part', from: Math.max(0, length - octets), to: length - 1, isLast: true }
}
