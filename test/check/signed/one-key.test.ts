import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/signed/one-key.ts'
import { acme, acmeBy, issuer } from '../../../src/test-authority/authority.ts'
import { goodSignings } from '../../../src/test-authority/signing.ts'
import { told } from '../trace-builder.ts'
import { signedSuite } from './signed-suite.ts'

describe('the paths of a suite', () => {
  it('are for one key', () => {
    expect(told(check, signedSuite({ signing: goodSignings['two-authorities'] }))).toEqual([
      'pass: 2 paths, one key',
    ])
  })

  it('are for two keys', () => {
    const paths = [
      [acme, issuer],
      [acmeBy('operator')],
      [{ ...acmeBy('operator'), key: 'other' }],
    ] as const
    expect(told(check, signedSuite({ signing: { key: 'signer', paths } }))).toEqual([
      'fail: Unexpected another key in MIDlet-Certificate-3-1 than in MIDlet-Certificate-1-1, expected one key, as there is one signature.',
    ])
  })

  it('say nothing when there is one', () => {
    expect(told(check, signedSuite())).toEqual([
      'not-applicable: no descriptor with several certificate paths was sent',
    ])
  })
})
