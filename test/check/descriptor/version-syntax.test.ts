import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/version-syntax.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const versioned = (version: string | undefined) =>
  told(check, [descriptorFetched(descriptorText({ 'MIDlet-Version': version }))])

describe('a version', () => {
  it.each(['1.0', '0.0.1', '99.99.99', '01.02.03'])('may be %s', (version) => {
    expect(versioned(version)).toEqual([`pass: MIDlet-Version ${version}`])
  })

  it.each(['1', '1.0.100', '1.0.0.0', '1.0-beta', '1.', '-1.0', '1,0'])('is not %s', (version) => {
    expect(versioned(version)).toEqual([
      `fail: Unexpected MIDlet-Version "${version}", expected N.N or N.N.N, each 0 to 99.`,
    ])
  })

  it('that is missing is for the check of mandatory attributes', () => {
    expect(versioned(undefined)).toEqual([
      'not-applicable: no descriptor has a MIDlet-Version that can be read',
    ])
    expect(versioned('')).toEqual([
      'not-applicable: no descriptor has a MIDlet-Version that can be read',
    ])
  })
})
