import type { Header } from '../trace/events.ts'

/** Replaces the value of a header where it stands; adds it at the end where it does not. */
export function withHeader(headers: readonly Header[], [name, value]: Header): readonly Header[] {
  const isIt = ([one]: Header) => one.toLowerCase() === name.toLowerCase()
  return headers.some(isIt)
    ? headers.map((header) => (isIt(header) ? [header[0], value] : header))
    : [...headers, [name, value]]
}
