import fc from 'fast-check'
import { expect, it } from 'vitest'
import { digestOf, digestOfParts } from '../../src/wire/rsa-signature.ts'

it('a digest of octets in several places is that of all of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }),
      fc.constantFrom('md5', 'sha1', 'sha256', 'sha384', 'sha512'),
      (parts, algorithm) => {
        const whole = Uint8Array.from(parts.flatMap((part) => [...part]))
        expect(digestOfParts(parts, algorithm)).toEqual(digestOf(whole, algorithm))
      },
    ),
  )
})
