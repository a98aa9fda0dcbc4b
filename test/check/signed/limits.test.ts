import { describe, expect, it } from 'vitest'
import everyPhone from '../../../src/check/checks/signed/certificates-for-every-phone.ts'
import numbered from '../../../src/check/checks/signed/certificates-numbered.ts'
import oneKey from '../../../src/check/checks/signed/one-key.ts'
import paths from '../../../src/check/checks/signed/paths-hold-together.ts'
import verifies from '../../../src/check/checks/signed/signature-verifies.ts'
import { goodSignings } from '../../../src/test-authority/signing.ts'
import { encodeBase64 } from '../../../src/wire/base64.ts'
import { longKeyCertificate } from '../../wire/long-key-certificate.ts'
import { told } from '../trace-builder.ts'
import { signedSuite } from './signed-suite.ts'

const longKey = {
  'MIDlet-Certificate-1-1': encodeBase64(longKeyCertificate(8192)),
  'MIDlet-Certificate-1-2': undefined,
}
const longKeyLimit = 'MIDlet-Certificate-1-1: a key of 8192 bits, at most 4096 (rsaBitsMax)'
const longText = { 'MIDlet-Certificate-1-2': 'A'.repeat(40_000) }
const longTextLimit = 'MIDlet-Certificate-1-2: 40000 letters, at most 32768 (certificateTextMax)'
const longSignature = { 'MIDlet-Jar-RSA-SHA1': 'A'.repeat(5000) }
const longSignatureLimit = 'MIDlet-Jar-RSA-SHA1: 5000 letters, at most 4096 (signatureTextMax)'

describe('a limit of ours is named and held against nobody', () => {
  it.each([
    ['certificates-numbered', numbered],
    ['paths-hold-together', paths],
    ['signature-verifies', verifies],
  ])('by signed/%s', (_, check) => {
    const judge = (descriptor: Readonly<Record<string, string | undefined>>) =>
      told(check, signedSuite({ descriptor }))
    expect(judge(longKey)).toEqual([`inconclusive: ${longKeyLimit}`])
    expect(judge(longText)).toEqual([`inconclusive: ${longTextLimit}`])
    expect(judge(longSignature)).toEqual([`inconclusive: ${longSignatureLimit}`])
  })

  it('by signed/one-key', () => {
    const signing = goodSignings['two-authorities']
    const descriptor = { 'MIDlet-Certificate-2-2': 'A'.repeat(40_000) }
    expect(told(oneKey, signedSuite({ signing, descriptor }))).toEqual([
      'inconclusive: MIDlet-Certificate-2-2: 40000 letters, at most 32768 (certificateTextMax)',
    ])
  })

  it('by signed/certificates-for-every-phone, unless what was read is too much for a phone', () => {
    expect(told(everyPhone, signedSuite({ descriptor: longText }))).toEqual([
      `inconclusive: ${longTextLimit}`,
    ])
    expect(told(everyPhone, signedSuite({ descriptor: longKey }))).toEqual([
      'fail: Unexpected a key of 8192 bits for CN=Long, expected RSA with SHA-1, up to 2048 bits and 1500 octets.',
    ])
  })
})
