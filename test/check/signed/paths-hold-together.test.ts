import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/signed/paths-hold-together.ts'
import { brokenSignings } from '../../../src/test-authority/broken-signings.table.ts'
import { told } from '../trace-builder.ts'
import { signedSuite } from './signed-suite.ts'

const expected = 'expected a path that holds whatever the root and the day.'
const below = 'O=Test authority (proves nothing), CN='
const subject = 'O=Acme, CN=Acme code signing'

describe('a path', () => {
  it('holds together', () => {
    expect(told(check, signedSuite())).toEqual(['pass: path 1 of 2 certificates'])
  })

  it.each([
    'expired',
    'unknown root',
    'certificate with MD5',
    'key of 512 bits',
    'gap in the numbering',
  ] as const)('holds together whatever the root, the day and the algorithm: %s', (name) => {
    const [judgement] = told(check, signedSuite({ signing: brokenSignings[name] }))
    expect(judgement).toMatch(/^pass: path 1 of [12] certificates$/)
  })

  it.each([
    ['wrong key usage', `key usage: ${subject} is for keyEncipherment, not for digitalSignature`],
    [
      'issuer without CA flag',
      `basic constraints: ${below}Issuer of certificates for code is no certificate of an authority`,
    ],
    [
      'certificate signed by another',
      `certificate signature: ${below}Issuer of certificates for code did not sign ${subject}`,
    ],
    [
      'unknown critical extension',
      `critical extension: ${subject} has 1.2.3.4, which this phone does not know`,
    ],
  ] as const)('breaks: %s', (name, fault) => {
    expect(told(check, signedSuite({ signing: brokenSignings[name] }))).toEqual([
      `fail: Unexpected path 1: ${fault}, ${expected}`,
    ])
  })

  it('cannot be judged when one of its certificates cannot be read', () => {
    const judgements = told(check, signedSuite({ descriptor: { 'MIDlet-Certificate-1-2': '?' } }))
    expect(judgements).toEqual(['inconclusive: blocked by signed/certificates-numbered: path 1'])
  })
})
