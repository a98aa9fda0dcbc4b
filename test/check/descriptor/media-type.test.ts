import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/media-type.ts'
import { descriptorFetched, descriptorText, packageFetched, told } from '../trace-builder.ts'

const labelled = (type: string) => [
  descriptorFetched(descriptorText(), { headers: [['Content-Type', type]] }),
]

describe('the media type of a descriptor', () => {
  it.each([
    'text/vnd.sun.j2me.app-descriptor',
    'TEXT/vnd.sun.j2me.App-Descriptor; charset=UTF-8',
    'text/vnd.sun.j2me.app-descriptor;charset=utf-8',
  ])('may be written %s', (type) => {
    expect(told(check, labelled(type))).toEqual(['pass: labelled text/vnd.sun.j2me.app-descriptor'])
  })

  it('has no blank before its parameters, since phoneME does not trim', () => {
    expect(told(check, labelled('text/vnd.sun.j2me.app-descriptor ; charset=utf-8'))).toEqual([
      'fail: Unexpected Content-Type "text/vnd.sun.j2me.app-descriptor ; charset=utf-8" with a blank before the semicolon, expected "text/vnd.sun.j2me.app-descriptor" directly followed by the semicolon.',
    ])
  })

  it('is no other, and not left out', () => {
    expect(told(check, labelled('text/plain'))).toEqual([
      'fail: Unexpected Content-Type "text/plain", expected "text/vnd.sun.j2me.app-descriptor".',
    ])
    expect(told(check, [descriptorFetched(descriptorText(), { headers: [] })])).toEqual([
      'fail: Unexpected no Content-Type, expected "text/vnd.sun.j2me.app-descriptor".',
    ])
  })

  it('is not asked of a link that leads straight to a package', () => {
    expect(told(check, [packageFetched(undefined, { purpose: 'descriptor' })])).toEqual([
      'not-applicable: no descriptor was sent with 200',
    ])
  })

  it('is not judged by what the operator’s network said in place of the target', () => {
    const network = {
      did: 'answered 200',
      reachedTarget: false,
      delivered: { status: 200, headers: [], body: new Uint8Array() },
    }
    expect(told(check, [descriptorFetched('', { status: 'none', network })])).toEqual([
      'not-applicable: no descriptor was sent with 200',
    ])
  })
})
