import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/content-type-known.ts'
import { contentTypeNamed } from '../../../src/wire/wsp/content-type.ts'
import { toldOf, wsp } from './push-trace.ts'

const typed = (name: string) =>
  toldOf(
    check,
    wsp(() => ({ contentType: contentTypeNamed(name) })),
  )

describe('a push', () => {
  it.each(['application/vnd.wap.sic', 'application/vnd.wap.slc'])('may be %s', (type) => {
    expect(typed(type)).toEqual([`pass: ${type}`])
  })

  it.each(['text/vnd.wap.si', 'text/plain', 'application/octet-stream'])('is not %s', (type) => {
    expect(typed(type)).toEqual([
      `fail: Unexpected ${type}, expected application/vnd.wap.sic or application/vnd.wap.slc.`,
    ])
  })

  it('has a type that somebody knows', () => {
    const contentType = { media: { kind: 'code', code: 0x7e }, parameters: [] } as const
    expect(
      toldOf(
        check,
        wsp(() => ({ contentType })),
      )[0],
    ).toContain('a number without a name')
  })
})
