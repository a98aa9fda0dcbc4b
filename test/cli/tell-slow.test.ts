import { describe, expect, it } from 'vitest'
import { tellSlow } from '../../src/cli/tell-slow.ts'

describe('a slow transfer', () => {
  const transfer = { url: 'http://ota.test/client', bytes: 612_000, bytesPerSecond: 2000 }

  it('is told with how long it will take', () => {
    expect(tellSlow('native/slow-network @ htc-wizard', { ...transfer, ms: 306_000 })).toBe(
      'native/slow-network @ htc-wizard: reads 612000 octets at 2000 a second, which takes 5 min 6 s\n',
    )
  })

  it('is not told where it is soon over', () => {
    expect(tellSlow('native/slow-network @ htc-wizard', { ...transfer, ms: 4999 })).toBe('')
  })
})
