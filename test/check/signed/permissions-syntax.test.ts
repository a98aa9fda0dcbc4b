import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/signed/permissions-syntax.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'
import { signedSuite } from './signed-suite.ts'

const both = (value: string) => ({ 'MIDlet-Permissions': value })
const judge = (value: string) => told(check, signedSuite({ descriptor: both(value) }))

describe('a list of permissions', () => {
  it('has names between commas', () => {
    expect(
      judge('javax.microedition.io.Connector.http ,\tjavax.microedition.io.PushRegistry'),
    ).toEqual(['pass: MIDlet-Permissions of the descriptor has 2 names'])
  })

  it('may stand in the manifest alone', () => {
    expect(told(check, signedSuite({ manifest: both('a.b') }))).toEqual([
      'pass: MIDlet-Permissions of the manifest has 1 name',
    ])
  })

  it('is judged in the manifest, where phones read it', () => {
    const manifest = { 'MIDlet-Permissions-Opt': 'a.b,,c.d' }
    expect(told(check, signedSuite({ descriptor: both('a.b'), manifest }))).toEqual([
      'fail: Unexpected "" in MIDlet-Permissions-Opt of the manifest, expected names such as javax.microedition.io.Connector.http, separated by commas.',
    ])
  })

  it.each([
    ['a comma too many', 'a.b,', ''],
    ['blanks between names', 'a.b c.d', 'a.b c.d'],
    ['a name that is no name', '\u{1F4F1}', '\\u{1F4F1}'],
  ])('has %s', (_, value, wrong) => {
    expect(judge(value)).toEqual([
      `fail: Unexpected "${wrong}" in MIDlet-Permissions of the descriptor, expected names such as javax.microedition.io.Connector.http, separated by commas.`,
    ])
  })

  it('is not judged where there is none, or no signature', () => {
    const absent = ['not-applicable: no signed suite that asks for permissions was sent']
    expect(told(check, signedSuite())).toEqual(absent)
    expect(told(check, [descriptorFetched(descriptorText(both('a.b,')))])).toEqual(absent)
  })
})
