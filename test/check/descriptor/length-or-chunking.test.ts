import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/length-or-chunking.ts'
import { descriptorFetched, told } from '../trace-builder.ts'

describe('the end of a descriptor', () => {
  it('is told by its length or by chunks', () => {
    expect(told(check, [descriptorFetched('MIDlet-Name: Demo\n')])).toEqual([
      'pass: 18 octets, as announced',
    ])
    expect(told(check, [descriptorFetched(undefined, { framing: 'chunked' })])).toEqual([
      'pass: sent in chunks',
    ])
  })

  it('is not told by the end of the connection', () => {
    expect(told(check, [descriptorFetched(undefined, { framing: 'none' })])).toEqual([
      'fail: Unexpected descriptor that ends when the connection does, expected Content-Length, or chunks.',
    ])
  })

  it('may be the end of the connection for an HTTP/1.0 phone', () => {
    const old = descriptorFetched(undefined, { framing: 'none', requestVersion: '1.0' })
    expect(told(check, [old])).toEqual([
      'not-applicable: no descriptor was sent to an HTTP/1.1 phone',
    ])
  })
})
