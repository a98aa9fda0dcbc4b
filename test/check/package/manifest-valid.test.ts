import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/manifest-valid.ts'
import { demoJar, manifestText, packageFetched, told } from '../trace-builder.ts'

const withManifest = (manifest: string) => [packageFetched(demoJar({}, manifest))]

describe('the manifest of a package', () => {
  it('has name, version and vendor', () => {
    expect(told(check, [packageFetched()])).toEqual(['pass: 7 attributes in the manifest'])
  })

  it.each(['MIDlet-Name', 'MIDlet-Version', 'MIDlet-Vendor'])('is not without %s', (name) => {
    expect(told(check, withManifest(manifestText({ [name]: undefined })))).toEqual([
      `fail: Unexpected manifest without ${name}, expected name, version and vendor.`,
    ])
  })

  it('has no version off the grammar', () => {
    expect(told(check, withManifest(manifestText({ 'MIDlet-Version': '1.0b' })))).toEqual([
      'fail: Unexpected MIDlet-Version "1.0b" in the manifest, expected N.N or N.N.N, each 0 to 99.',
    ])
  })

  it('has no line without a colon', () => {
    const [finding = ''] = told(check, withManifest(`made by hand\r\n${manifestText()}`))
    expect(finding).toMatch(/^fail: Unexpected [a-z-]+ in line 1 of the manifest: "made by hand"/)
  })

  it('may be folded', () => {
    const folded = manifestText({ 'MIDlet-Vendor': `Acme\r\n  Mobile` })
    expect(told(check, withManifest(folded))).toEqual(['pass: 7 attributes in the manifest'])
  })

  it('is not judged where it cannot be taken out', () => {
    expect(told(check, [packageFetched('no archive')])).toEqual([
      'not-applicable: no package with a manifest was sent',
    ])
  })
})
