import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/length-equals-jar-size.ts'
import {
  demoJar,
  descriptorFetched,
  descriptorText,
  jarType,
  packageFetched,
  told,
} from '../trace-builder.ts'

const bytes = demoJar().length
const absent = 'not-applicable: no package was sent whose descriptor states a size'

const stating = (size: string | undefined) =>
  descriptorFetched(descriptorText({ 'MIDlet-Jar-Size': size }))

describe('the length of the package', () => {
  it('is MIDlet-Jar-Size', () => {
    expect(told(check, [descriptorFetched(), packageFetched()])).toEqual([
      `pass: ${bytes} octets, as MIDlet-Jar-Size says`,
    ])
  })

  it('is not one octet more', () => {
    expect(told(check, [stating(String(bytes - 1)), packageFetched()])).toEqual([
      `fail: Unexpected package of ${bytes} octets, expected ${bytes - 1}, as MIDlet-Jar-Size says.`,
    ])
  })

  it('is not held against a descriptor that states none, or no number', () => {
    expect(told(check, [stating(undefined), packageFetched()])).toEqual([absent])
    expect(told(check, [stating('2 kB'), packageFetched()])).toEqual([absent])
  })

  it('is not known where the package is compressed', () => {
    const coded = packageFetched('short', { headers: [jarType, ['Content-Encoding', 'gzip']] })
    expect(told(check, [descriptorFetched(), coded])).toEqual([
      'inconclusive: blocked by package/no-content-coding',
    ])
  })

  it('is not held against a descriptor that the network changed', () => {
    const body = new TextEncoder().encode(descriptorText({ 'MIDlet-Jar-Size': '1' }))
    const delivered = { status: 200, headers: [], body }
    const network = { did: 'changed MIDlet-Jar-Size', reachedTarget: true, delivered }
    const altered = descriptorFetched(undefined, { network })
    expect(told(check, [altered, packageFetched()])).toEqual([absent])
  })

  it('is not asked for where no package came', () => {
    expect(told(check, [descriptorFetched(), packageFetched('', { status: 404 })])).toEqual([
      absent,
    ])
  })
})
