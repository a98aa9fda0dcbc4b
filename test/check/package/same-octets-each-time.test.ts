import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/same-octets-each-time.ts'
import { descriptorFetched, descriptorText, packageFetched, told } from '../trace-builder.ts'

const absent = 'not-applicable: no package was fetched twice'

describe('a package fetched twice', () => {
  it('is the same', () => {
    expect(told(check, [packageFetched('same'), packageFetched('same')])).toEqual([
      'pass: 4 octets, the same as before',
    ])
  })

  it('is not stamped', () => {
    expect(told(check, [packageFetched('stamp 1'), packageFetched('stamp 2')])).toEqual([
      'fail: Unexpected package of 7 octets that differs from the one before, expected the same octets.',
    ])
  })

  it('may differ where a new descriptor states another size', () => {
    const facts = [
      descriptorFetched(descriptorText({ 'MIDlet-Jar-Size': '3' })),
      packageFetched('old'),
      descriptorFetched(descriptorText({ 'MIDlet-Jar-Size': '5' })),
      packageFetched('newer'),
    ]
    expect(told(check, facts)).toEqual([absent])
  })

  it('is not compared with one of another URL, nor with a refusal', () => {
    const elsewhere = packageFetched('other', { url: 'http://ota.test/other.jar' })
    expect(told(check, [packageFetched('one'), elsewhere])).toEqual([absent])
    expect(told(check, [packageFetched('one'), packageFetched('', { status: 410 })])).toEqual([
      absent,
    ])
  })
})
