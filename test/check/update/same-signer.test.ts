import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/update/same-signer.ts'
import { goodSignings, writePaths } from '../../../src/test-authority/signing.ts'
import { toldOfLinks } from './update-trace.ts'

type Name = keyof typeof goodSignings

const signedBy = (name: Name) => ({
  ...Object.fromEntries(writePaths(goodSignings[name])),
  'MIDlet-Jar-RSA-SHA1': 'AAAA',
})
const told = (name: Name, updateBy: Name) =>
  toldOfLinks(check, [
    { link: 'signed', values: signedBy(name) },
    { link: 'signed-updated', values: signedBy(updateBy) },
  ])
const absent =
  'not-applicable: no descriptor of a signed suite and of an update by its signer were both sent'
const signer = 'O=Acme, CN=Acme code signing under O=Test authority (proves nothing), CN=Root of'

describe('the signer of an update', () => {
  it('is that of the suite', () => {
    expect(told('operator', 'operator')).toEqual([
      `pass: both are signed by ${signer} the operator domain`,
    ])
  })

  it('is that of the suite on one path of several', () => {
    expect(told('identified-third-party', 'two-authorities')).toEqual([
      `pass: both are signed by ${signer} the identified-third-party domain`,
    ])
  })

  it('is not the same company under another authority', () => {
    expect(told('manufacturer', 'operator')).toEqual([
      `fail: Unexpected ${signer} the operator domain, expected ${signer} the manufacturer domain.`,
    ])
  })

  it('may be another where the link promises another', () => {
    const openings = [
      { link: 'signed', values: signedBy('manufacturer') },
      { link: 'signed-by-another', values: signedBy('operator') },
    ]
    expect(toldOfLinks(check, openings)).toEqual([absent])
  })

  it('cannot be told without certificates that can be read', () => {
    const unreadable = { 'MIDlet-Certificate-1-1': 'AAAA', 'MIDlet-Jar-RSA-SHA1': 'AAAA' }
    const openings = [
      { link: 'signed', values: signedBy('operator') },
      { link: 'signed-updated', values: unreadable },
    ]
    expect(toldOfLinks(check, openings)).toEqual([absent])
  })
})
