import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/no-content-coding.ts'
import type { Header } from '../../../src/trace/events.ts'
import { descriptorFetched, jadType, told } from '../trace-builder.ts'

const coded = (coding: string, requestHeaders: readonly Header[] = []) =>
  told(check, [
    descriptorFetched(undefined, {
      headers: [jadType, ['Content-Encoding', coding]],
      requestHeaders,
    }),
  ])

describe('a descriptor', () => {
  it('comes without a content coding', () => {
    expect(told(check, [descriptorFetched()])).toEqual(['pass: not compressed'])
    expect(coded('identity')).toEqual(['pass: not compressed'])
  })

  it('is not compressed for a phone that did not offer it', () => {
    expect(coded('gzip')).toEqual([
      'fail: Unexpected Content-Encoding "gzip" that nobody asked for, expected none.',
    ])
  })

  it('may be compressed for one that did', () => {
    expect(coded('gzip', [['Accept-Encoding', 'gzip']])).toEqual(['pass: compressed as offered'])
  })
})
