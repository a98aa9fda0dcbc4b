import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/has-link.ts'
import { bareSi, pushed, si, toldOf } from './push-trace.ts'

describe('an indication', () => {
  it('has a link', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: it has a link'])
  })

  it.each([bareSi({ text: 'Install' }), si({ href: '' })])('is not without one: %j', (draft) => {
    expect(toldOf(check, pushed(draft))).toEqual([
      'fail: Unexpected an indication without href, expected a link.',
    ])
  })

  it('needs none to delete', () => {
    const draft = bareSi({ text: '', siId: 'a', action: 'delete' })
    expect(toldOf(check, pushed(draft))).toEqual(['not-applicable: no service indication was sent'])
  })
})
