import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/package/identity-equals-descriptor.ts'
import {
  demoJar,
  descriptorFetched,
  descriptorText,
  manifestText,
  packageFetched,
  told,
} from '../trace-builder.ts'

const absent = 'not-applicable: no package was sent whose descriptor is known'
const agreed = 'pass: name, version and vendor agree'

const stating = (replace: Readonly<Record<string, string | undefined>>) => [
  descriptorFetched(descriptorText(replace)),
  packageFetched(),
]

describe('name, version and vendor', () => {
  it('are the same in descriptor and manifest', () => {
    expect(told(check, [descriptorFetched(), packageFetched()])).toEqual([agreed])
  })

  it('differ by the case of one letter', () => {
    expect(told(check, stating({ 'MIDlet-Vendor': 'ACME' }))).toEqual([
      'fail: Unexpected MIDlet-Vendor "Acme" in the manifest, expected "ACME", as in the descriptor.',
    ])
  })

  it('differ by a zero in the version', () => {
    expect(told(check, stating({ 'MIDlet-Version': '1.0' }))).toEqual([
      'fail: Unexpected MIDlet-Version "1.0.0" in the manifest, expected "1.0", as in the descriptor.',
    ])
  })

  it('are compared after the manifest is unfolded', () => {
    const manifest = manifestText({ 'MIDlet-Name': 'Demo of\r\n  many words' })
    const facts = [
      descriptorFetched(descriptorText({ 'MIDlet-Name': 'Demo of many words' })),
      packageFetched(demoJar({}, manifest)),
    ]
    expect(told(check, facts)).toEqual([agreed])
  })

  it('are not compared where one of them is missing or no version', () => {
    expect(told(check, stating({ 'MIDlet-Name': undefined }))).toEqual([agreed])
    expect(told(check, stating({ 'MIDlet-Version': '1.0b' }))).toEqual([agreed])
  })

  it('are not compared without a manifest or without a descriptor', () => {
    expect(told(check, [packageFetched()])).toEqual([absent])
    expect(told(check, [descriptorFetched(), packageFetched('no archive')])).toEqual([absent])
  })
})
