import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/wire/rsa-signature.ts'
import { goodSignings, writeSignature } from '../../src/test-authority/signing.ts'

const jar = new TextEncoder().encode('a package')

describe('the test authority', () => {
  it('signs the same octets to the same attributes, on every machine', () => {
    const text = Object.values(goodSignings)
      .flatMap((signing) => writeSignature(signing, jar))
      .map(([name, value]) => `${name}: ${value}\n`)
      .join('')
    const digest = digestOf(new TextEncoder().encode(text), 'sha256')
    expect(Buffer.from(digest).toString('hex')).toBe(
      '925f68aa4f13c721cbf90bd28d886d916f5fb514d59fcbe9bdfdcf03c813cfde',
    )
  })

  it('numbers certificates by path and place', () => {
    expect(writeSignature(goodSignings['two-authorities'], jar).map(([name]) => name)).toEqual([
      'MIDlet-Certificate-1-1',
      'MIDlet-Certificate-2-1',
      'MIDlet-Certificate-2-2',
      'MIDlet-Jar-RSA-SHA1',
    ])
  })
})
