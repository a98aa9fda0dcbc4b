/** What phones know of servers over https: nobody else can say which roots those have that a target is for. */
import { z } from 'zod'
import type { Certificate } from '../wire/certificate.ts'
import { readRoot } from './roots.ts'

export const tlsSchema = z.strictObject({
  roots: z
    .array(
      z
        .string()
        .refine((text) => readRoot(text) !== undefined, 'a certificate: PEM, or its Base64')
        .describe('X.509 certificate of the root as PEM, or its Base64 alone.'),
    )
    .min(1)
    .max(64)
    .describe(
      'Roots by which the phones know servers. Without them it cannot be said whether a phone knows the server, nor always whether it sends all certificates that are needed.',
    ),
})

export interface TargetTls {
  readonly roots: readonly Certificate[]
}

export function tlsOf({ roots }: z.output<typeof tlsSchema>): TargetTls {
  return {
    roots: roots.flatMap((text) => readRoot(text) ?? []),
  }
}
