import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/headers-of-a-push.ts'
import { field } from '../../../src/wire/wsp/headers.ts'
import type { WspField } from '../../../src/wire/wsp/headers.ts'
import { integerValue } from '../../../src/wire/wsp/values.ts'
import { pushed, si, toldOf, wsp } from './push-trace.ts'

const withHeader = (header: WspField) =>
  toldOf(
    check,
    wsp(() => ({ headers: [header] })),
  )

describe('the headers of a push', () => {
  it('may be none', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: 0 headers'])
  })

  it.each(['User-Agent', 'Authorization', 'Accept'] as const)('are not %s', (name) => {
    expect(withHeader(field(name, { kind: 'text', text: 'x' }))).toEqual([
      `fail: Unexpected the header ${name}, expected headers of a push alone.`,
    ])
  })

  it('are not of HTTP when they are spelled out', () => {
    const name = { kind: 'text', text: 'Content-Transfer-Encoding' } as const
    expect(withHeader({ name, value: { kind: 'text', text: 'binary' } })).toEqual([
      'fail: Unexpected the header Content-Transfer-Encoding, expected headers of a push alone.',
    ])
  })

  it('may be flags that mean something', () => {
    expect(withHeader(field('Push-Flag', integerValue(7)))).toEqual(['pass: 1 headers'])
    expect(withHeader(field('Push-Flag', integerValue(0x0c)))).toEqual([
      'fail: Unexpected Push-Flag with the bits 0x8, expected the three lowest bits alone.',
    ])
  })
})
