import fc from 'fast-check'

/** Octets at random, and samples of a format with octets changed, cut out, doubled or put in. */
export function mutationsOf(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    at: fc.nat(9_999).map((part) => part / 10_000),
    what: fc.oneof(
      fc.record({
        kind: fc.constant('set'),
        octet: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0x61, max: 0x7a })),
      }),
      fc.record({
        kind: fc.constantFrom('cut', 'double', 'end'),
        octet: fc.integer({ min: 1, max: 9 }),
      }),
    ),
  })
  const changed = fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([sample, changes]) =>
      changes.reduce((octets, { at, what }) => apply(octets, at, what), sample),
    )
  return fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 4, arbitrary: changed },
  )
}

function apply(
  octets: Uint8Array,
  at: number,
  { kind, octet }: { readonly kind: string; readonly octet: number },
): Uint8Array {
  const start = Math.floor(at * octets.length)
  const rest = octets.subarray(kind === 'cut' ? start + octet : start)
  if (kind === 'end') return octets.slice(0, start)
  if (kind === 'double') return Uint8Array.from([...octets.subarray(0, start + octet), ...rest])
  if (kind === 'cut') return Uint8Array.from([...octets.subarray(0, start), ...rest])
  return Uint8Array.from([...octets.subarray(0, start), octet, ...rest.subarray(1)])
}
