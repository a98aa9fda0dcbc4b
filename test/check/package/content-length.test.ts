import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/content-length.ts'
import {
  demoJar,
  descriptorFetched,
  descriptorText,
  jarType,
  packageFetched,
  told,
} from '../trace-builder.ts'

const bytes = demoJar().length

describe('Content-Length of the package', () => {
  it('is MIDlet-Jar-Size', () => {
    expect(told(check, [descriptorFetched(), packageFetched()])).toEqual([
      `pass: Content-Length ${bytes}`,
    ])
  })

  it('is that of the body where no descriptor states a size', () => {
    expect(told(check, [packageFetched()])).toEqual([`pass: Content-Length ${bytes}`])
  })

  it('is not left out for chunks', () => {
    expect(
      told(check, [descriptorFetched(), packageFetched(undefined, { framing: 'chunked' })]),
    ).toEqual([
      `fail: Unexpected package without Content-Length, expected Content-Length: ${bytes}.`,
    ])
  })

  it('is no other than MIDlet-Jar-Size', () => {
    const stale = descriptorFetched(descriptorText({ 'MIDlet-Jar-Size': '99' }))
    expect(told(check, [stale, packageFetched()])).toEqual([
      `fail: Unexpected Content-Length ${bytes} for ${bytes} octets, expected 99, as MIDlet-Jar-Size says.`,
    ])
  })

  it('is no word', () => {
    const headers = [jarType, ['Content-Length', 'many']] as const
    expect(told(check, [packageFetched(undefined, { headers, framing: 'none' })])).toEqual([
      `fail: Unexpected Content-Length many for ${bytes} octets, expected ${bytes}.`,
    ])
  })

  it('is not compared with a size that is no number', () => {
    const wordy = descriptorFetched(descriptorText({ 'MIDlet-Jar-Size': '2 kB' }))
    expect(told(check, [wordy, packageFetched()])).toEqual([`pass: Content-Length ${bytes}`])
  })

  it('is not compared with the size where the package is compressed', () => {
    const coded = packageFetched('short', { headers: [jarType, ['Content-Encoding', 'gzip']] })
    expect(told(check, [descriptorFetched(), coded])).toEqual(['pass: Content-Length 5'])
  })

  it('is not that of the whole in an answer with a part', () => {
    const part = packageFetched('ab', {
      status: 206,
      requestHeaders: [['Range', 'bytes=0-1']],
      headers: [jarType, ['Content-Range', 'bytes 0-1/2']],
    })
    expect(told(check, [part])).toEqual(['not-applicable: no package was sent with 200'])
  })
})
