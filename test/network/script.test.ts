import { describe, expect, test } from 'vitest'
import { createScript } from '../../src/network/script.ts'

describe('what is scripted', () => {
  test('strikes the deeds it counts, and no others', () => {
    const script = createScript()
    script.arm({ on: 'submit', from: 2, to: 3, act: 'throttle' })
    const acts = [1, 2, 3, 4].map(() => script.strike('submit'))
    expect(acts).toEqual([undefined, 'throttle', 'throttle', undefined])
    expect(script.strike('bind')).toBe(undefined)
  })

  test('counts from when it was armed, and the first that strikes has its way', () => {
    const script = createScript()
    script.strike('post')
    script.arm({ on: 'post', from: 1, to: 1, act: 'lose-request' })
    script.arm({ on: 'post', from: 1, to: 2, act: 'lose-response' })
    const acts = [1, 2, 3].map(() => script.strike('post'))
    expect(acts).toEqual(['lose-request', 'lose-response', undefined])
  })
})
