/** One spelling for a number: digits only, without `+`, `00` and what people put between digits. */
export function normalMsisdn(number: string): string {
  return number.replaceAll(/[\s().-]/g, '').replace(/^(?:\+|00)/, '')
}
