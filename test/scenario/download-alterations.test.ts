import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alterDownload } from '../../src/scenario/download-alterations.ts'
import {
  readDownloadDescriptor,
  writeDownloadDescriptor,
} from '../../src/wire/download-descriptor.ts'

const good = writeDownloadDescriptor({
  types: ['image/png'],
  size: 4,
  objectUri: 'http://ota.test/a?b=1&c=2',
  version: '1.0',
})

describe('a gateway that changes download descriptors', () => {
  it('sets elements in place or anew, and removes some', () => {
    const altered = alterDownload(good, {
      set: { DDVersion: '2.0', name: 'A & B' },
      remove: ['size'],
    })
    expect(readDownloadDescriptor(altered).descriptor).toEqual({
      types: ['image/png'],
      objectUri: 'http://ota.test/a?b=1&c=2',
      version: '2.0',
      name: 'A & B',
    })
  })

  it('keeps the prefix of the document', () => {
    const text =
      '<d:media xmlns:d="http://www.openmobilealliance.org/xmlns/dd"><d:size>1</d:size></d:media>'
    const altered = alterDownload(new TextEncoder().encode(text), { set: { size: '2' } })
    expect(readDownloadDescriptor(altered).descriptor.size).toBe(2)
  })

  it('cuts one short', () => {
    expect(alterDownload(good, { cut: true })).toEqual(good.slice(0, good.length >> 1))
  })

  it('leaves alone what is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (octets) => {
        expect(alterDownload(octets, { set: { size: '1' } })).toEqual(octets)
      }),
    )
  })
})
