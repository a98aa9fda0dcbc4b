import { InvalidArgumentError } from 'commander'

/** A whole number that fits 32 bits. */
export function parseSeed(text: string): number {
  const seed = Number(text)
  if (/^\d{1,10}$/.test(text) && seed <= 0xffff_ffff) return seed
  throw new InvalidArgumentError('A seed is a whole number from 0 to 4294967295.')
}
