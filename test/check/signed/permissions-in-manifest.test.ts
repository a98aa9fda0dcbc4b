import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/signed/permissions-in-manifest.ts'
import { told } from '../trace-builder.ts'
import { signedSuite } from './signed-suite.ts'

const list = { 'MIDlet-Permissions': 'a.b' }

describe('permissions of a signed suite', () => {
  it.each([
    ['in both', { descriptor: list, manifest: list }],
    ['in the manifest alone', { manifest: list }],
    ['nowhere', {}],
  ])('may stand %s', (_, change) => {
    expect(told(check, signedSuite(change))).toEqual([
      'pass: no permission stands in the descriptor alone',
    ])
  })

  it('stand in the descriptor alone', () => {
    expect(told(check, signedSuite({ descriptor: list }))).toEqual([
      'fail: Unexpected MIDlet-Permissions in the descriptor alone, expected the same in the signed manifest.',
    ])
  })
})
