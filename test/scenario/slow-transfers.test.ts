/** The word of the scenario language by which a transfer is slowed down. */
import { describe, expect, it } from 'vitest'
import fault from '../../src/scenario/steps/fault.ts'

const once = { from: 1, to: 1 }

describe('a fault that slows transfers down', () => {
  it('says how many octets come in a second', () => {
    expect(fault.schema.parse({ on: 'package', do: 'slow', bytesPerSecond: 2000 })).toEqual({
      on: 'package',
      do: 'slow',
      bytesPerSecond: 2000,
      nth: once,
    })
  })

  it.each([
    ['no number of octets', { on: 'package', do: 'slow' }],
    ['fewer than phones ever had', { on: 'package', do: 'slow', bytesPerSecond: 99 }],
    ['more than any phone has', { on: 'package', do: 'slow', bytesPerSecond: 10_000_001 }],
    ['parts of an octet', { on: 'package', do: 'slow', bytesPerSecond: 2000.5 }],
    ['a submission of a server', { on: 'submit', do: 'slow', bytesPerSecond: 2000 }],
  ])('is none with %s', (_, words) => {
    expect(fault.schema.safeParse(words).success).toBe(false)
  })
})
