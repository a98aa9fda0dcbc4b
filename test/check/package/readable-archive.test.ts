import { describe, expect, it } from 'vitest'
import { zipSync } from 'fflate'
import check from '../../../src/check/checks/package/readable-archive.ts'
import { demoJar, jarType, packageFetched, told } from '../trace-builder.ts'

const expected = 'expected a ZIP archive with META-INF/MANIFEST.MF, every entry intact.'

describe('a package', () => {
  it('is an archive whose entries can all be extracted', () => {
    expect(told(check, [packageFetched()])).toEqual(['pass: 2 entries, all extracted'])
  })

  it('is no web page', () => {
    const [finding = ''] = told(check, [packageFetched('<html>Please log in</html>')])
    expect(finding).toMatch(/^fail: Unexpected not-a-zip at octet [0-9]+: /)
    expect(finding).toContain(expected)
  })

  it('has a manifest', () => {
    const bare = zipSync({ 'acme/Demo.class': new Uint8Array([1, 2, 3]) })
    const [finding = ''] = told(check, [packageFetched(bare)])
    expect(finding).toMatch(/^fail: Unexpected no-manifest /)
  })

  it('is whole', () => {
    const half = demoJar().subarray(0, 200)
    const [finding = ''] = told(check, [packageFetched(half)])
    expect(finding).toMatch(/^fail: Unexpected /)
    expect(finding).toContain(expected)
  })

  it('cannot be read where it was compressed once more', () => {
    const headers = [jarType, ['Content-Encoding', 'gzip']] as const
    expect(told(check, [packageFetched('\u001f', { headers })])).toEqual([
      'inconclusive: blocked by package/no-content-coding',
    ])
  })

  it('is not judged where none came', () => {
    expect(told(check, [packageFetched('', { status: 404 })])).toEqual([
      'not-applicable: no package was sent',
    ])
  })
})
