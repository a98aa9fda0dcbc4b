import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/update/same-identity.ts'
import { base, toldOfLinks, updated } from './update-trace.ts'

describe('the identity of an update', () => {
  it('is that of the suite', () => {
    expect(toldOfLinks(check, [base, updated()])).toEqual(['pass: both are "Demo" of "Acme"'])
  })

  it.each([
    [{ 'MIDlet-Name': 'Demo 2' }, '"Demo 2" of "Acme"'],
    [{ 'MIDlet-Vendor': 'ACME' }, '"Demo" of "ACME"'],
    [{ 'MIDlet-Vendor': undefined }, '"Demo" of ""'],
  ])('is not %o', (values, actual) => {
    expect(toldOfLinks(check, [base, updated(values)])).toEqual([
      `fail: Unexpected ${actual}, expected "Demo" of "Acme".`,
    ])
  })

  it('is kept by older versions, too', () => {
    const outdated = { link: 'outdated', values: { 'MIDlet-Name': 'Demo classic' } }
    expect(toldOfLinks(check, [base, outdated])).toEqual([
      'fail: Unexpected "Demo classic" of "Acme", expected "Demo" of "Acme".',
    ])
  })

  it('says nothing of links that promise no update, nor of an update alone, nor of one for another phone', () => {
    const absent = [
      'not-applicable: no descriptor of a suite and of its update, as the target file names them, were both sent',
    ]
    const other = { link: 'signed', values: { 'MIDlet-Name': 'Vault' } }
    const another = { requestHeaders: [['User-Agent', 'Other/1.0']] } as const
    expect(toldOfLinks(check, [base, other])).toEqual(absent)
    expect(toldOfLinks(check, [updated({ 'MIDlet-Name': 'Other' })])).toEqual(absent)
    expect(
      toldOfLinks(check, [base, { ...updated({ 'MIDlet-Name': 'Other' }), sketch: another }]),
    ).toEqual(absent)
  })
})
