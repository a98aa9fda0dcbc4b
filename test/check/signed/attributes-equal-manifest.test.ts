import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/signed/attributes-equal-manifest.ts'
import { told } from '../trace-builder.ts'
import { signedSuite } from './signed-suite.ts'

describe('a descriptor of a signed suite', () => {
  it('says what the manifest says', () => {
    const both = { 'MIDlet-Permissions': 'a.b' }
    expect(told(check, signedSuite({ descriptor: both, manifest: both }))).toEqual([
      'pass: what stands in both is the same',
    ])
  })

  it('may say more', () => {
    expect(told(check, signedSuite({ descriptor: { 'Acme-Level': '2' } }))).toEqual([
      'pass: what stands in both is the same',
    ])
  })

  it('says something else', () => {
    const change = { descriptor: { 'Acme-Level': '2' }, manifest: { 'Acme-Level': '1' } }
    expect(told(check, signedSuite(change))).toEqual([
      'fail: Unexpected Acme-Level "2" in the descriptor, expected "1", as in the signed manifest.',
    ])
  })

  it('is judged elsewhere for what every suite must have equal', () => {
    expect(told(check, signedSuite({ descriptor: { 'MIDlet-Vendor': 'Other' } }))).toEqual([
      'pass: what stands in both is the same',
    ])
  })

  it('is not judged by a package that has no manifest', () => {
    expect(told(check, signedSuite({ received: new Uint8Array([1, 2, 3]) }))).toEqual([
      'not-applicable: no package was sent whose descriptor claims a signature',
    ])
  })
})
