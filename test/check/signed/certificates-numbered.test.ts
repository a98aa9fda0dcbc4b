import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/signed/certificates-numbered.ts'
import { brokenSignings } from '../../../src/test-authority/broken-signings.table.ts'
import { goodSignings } from '../../../src/test-authority/signing.ts'
import { descriptorFetched, told } from '../trace-builder.ts'
import { signedSuite } from './signed-suite.ts'

const expected = 'expected certificates that a phone reads, all of them.'

describe('certificates', () => {
  it('are numbered without gaps', () => {
    expect(told(check, signedSuite({ signing: goodSignings['two-authorities'] }))).toEqual([
      'pass: 3 certificates in 2 paths',
    ])
  })

  it('stand behind a gap', () => {
    expect(told(check, signedSuite({ signing: brokenSignings['gap in the numbering'] }))).toEqual([
      `fail: Unexpected MIDlet-Certificate-1-3 behind a gap in the numbering, ${expected}`,
    ])
  })

  it('are missing', () => {
    const descriptor = { 'MIDlet-Certificate-1-1': undefined, 'MIDlet-Certificate-1-2': undefined }
    expect(told(check, signedSuite({ descriptor }))).toEqual([
      `fail: Unexpected no MIDlet-Certificate-1-1, ${expected}`,
    ])
  })

  it('are garbage', () => {
    expect(told(check, signedSuite({ descriptor: { 'MIDlet-Certificate-1-2': '?!' } }))).toEqual([
      `fail: Unexpected MIDlet-Certificate-1-2 (no Base64), ${expected}`,
    ])
  })

  it('are more than we read, which is not held against the target', () => {
    const descriptor = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`MIDlet-Certificate-${n + 2}-1`, 'AA==']),
    )
    expect(told(check, signedSuite({ descriptor }))).toEqual([
      'inconclusive: more than 16 certificate paths (pathsMax)',
    ])
  })

  it('are not looked at where there is no signature', () => {
    expect(told(check, [descriptorFetched()])).toEqual([
      'not-applicable: no descriptor of a signed suite was sent',
    ])
  })
})
