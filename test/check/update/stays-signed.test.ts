import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/update/stays-signed.ts'
import { toldOfLinks } from './update-trace.ts'

const signature = { 'MIDlet-Jar-RSA-SHA1': 'AAAA' }
const signed = { link: 'signed', values: signature }

describe('the update of a signed suite', () => {
  it('is signed', () => {
    expect(toldOfLinks(check, [signed, { link: 'signed-updated', values: signature }])).toEqual([
      'pass: the update has a signature, as the suite has',
    ])
  })

  it('is not without a signature', () => {
    expect(toldOfLinks(check, [signed, { link: 'signed-updated' }])).toEqual([
      'fail: Unexpected no MIDlet-Jar-RSA-SHA1 in the update of a signed suite, expected a signature, as the suite has.',
    ])
  })

  it('cannot be told where the suite is not signed', () => {
    expect(toldOfLinks(check, [{ link: 'demo' }, { link: 'updated' }])).toEqual([
      'not-applicable: no descriptor of a signed suite and of its update were both sent',
    ])
  })
})
