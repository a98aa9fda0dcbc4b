import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/charset-utf-8.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const declared = (parameter: string, acceptCharset = 'UTF-8, ISO-8859-1;q=0.5') =>
  told(check, [
    descriptorFetched(descriptorText(), {
      headers: [['Content-Type', `text/vnd.sun.j2me.app-descriptor${parameter}`]],
      requestHeaders: [['Accept-Charset', acceptCharset]],
    }),
  ])

describe('the charset of a descriptor', () => {
  it('need not be declared', () => {
    expect(declared('')).toEqual(['pass: no charset declared'])
  })

  it('may be utf-8, in any case, quoted or not', () => {
    expect(declared('; charset=UTF-8')).toEqual(['pass: charset utf-8'])
    expect(declared('; charset="utf-8"', 'us-ascii')).toEqual(['pass: charset utf-8'])
  })

  it('may be another one if the phone listed it', () => {
    expect(declared('; charset=iso-8859-1')).toEqual(['pass: charset iso-8859-1'])
    expect(declared('; charset=iso-8859-1', 'utf-8')).toEqual([
      'fail: Unexpected charset "iso-8859-1", expected none, utf-8, or one of the Accept-Charset of the phone.',
    ])
  })
})
