/** Numbers as servers write them: with a plus sign, with zeroes for it, or bare. */
export function normalNumber(number: string): string {
  return number.replace(/^(?:\+|00)/, '')
}
