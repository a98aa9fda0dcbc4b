import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/range.ts'
import type { Header } from '../../../src/trace/events.ts'
import { jarType, packageFetched, told } from '../trace-builder.ts'

const whole = packageFetched('0123456789')

interface Part {
  readonly asked?: string
  readonly says?: string | undefined
  readonly body?: string
  readonly status?: number
}

const part = ({ asked = 'bytes=0-3', says = 'bytes 0-3/10', body = '0123', status = 206 }: Part) =>
  packageFetched(body, {
    status,
    requestHeaders: [['Range', asked]],
    headers: [jarType, ...(says === '' ? [] : [['Content-Range', says] satisfies Header])],
  })

describe('a range of the package', () => {
  it('is answered with that part', () => {
    expect(told(check, [whole, part({})])).toEqual(['pass: status 206 for bytes=0-3'])
    const last = part({ asked: 'bytes=8-30007', says: 'bytes 8-9/10', body: '89' })
    expect(told(check, [whole, last])).toEqual(['pass: status 206 for bytes=8-30007'])
  })

  it('may be answered with the whole', () => {
    expect(told(check, [part({ status: 200, body: '0123456789', says: '' })])).toEqual([
      'pass: status 200 for bytes=0-3',
    ])
  })

  it.each([
    ['counts one octet too many', { says: 'bytes 0-4/10', body: '01234' }],
    ['begins elsewhere', { says: 'bytes 1-4/10', body: '1234' }],
    ['is not named', { says: '' }],
    ['is named off the grammar', { says: '0-3/10' }],
  ])('is no part that %s', (_, shape) => {
    const [finding = ''] = told(check, [whole, part(shape)])
    expect(finding).toMatch(/^fail: Unexpected .*, expected the part asked for, bytes=0-3\.$/)
  })

  it('has as many octets as its name says', () => {
    expect(told(check, [whole, part({ body: '012' })])).toEqual([
      'fail: Unexpected Content-Range "bytes 0-3/10" for 3 octets, expected 4 octets.',
    ])
  })

  it('has the octets of the whole', () => {
    expect(told(check, [whole, part({ body: 'abcd' })])).toEqual([
      'fail: Unexpected other octets from 0 to 3, expected those of the whole package.',
    ])
    expect(told(check, [whole, part({ says: 'bytes 0-3/99' })])).toEqual([
      'fail: Unexpected part of 99 octets, expected part of 10.',
    ])
  })

  it('is not refused where the whole is given', () => {
    expect(told(check, [whole, part({ status: 416, says: '', body: '' })])).toEqual([
      'fail: Unexpected status 416 for bytes=0-3, expected 206, or 200.',
    ])
  })

  it('cannot be had where there is no package', () => {
    expect(told(check, [part({ status: 404, says: '', body: '' })])).toEqual([
      'inconclusive: blocked by package/available: status 404',
    ])
  })

  it('was not asked for in most traces', () => {
    expect(told(check, [whole])).toEqual(['not-applicable: no package was asked for in ranges'])
  })
})
