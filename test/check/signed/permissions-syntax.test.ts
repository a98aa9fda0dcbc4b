import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/signed/permissions-syntax.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const judge = (value: string) =>
  told(check, [descriptorFetched(descriptorText({ 'MIDlet-Permissions': value }))])

describe('a list of permissions', () => {
  it('has names between commas, signed or not', () => {
    expect(
      judge('javax.microedition.io.Connector.http ,\tjavax.microedition.io.PushRegistry'),
    ).toEqual(['pass: MIDlet-Permissions has 2 names'])
  })

  it.each([
    ['a comma too many', 'a.b,', ''],
    ['blanks between names', 'a.b c.d', 'a.b c.d'],
    ['a name that is no name', '\u{1F4F1}', '\\u{1F4F1}'],
  ])('has %s', (_, value, wrong) => {
    expect(judge(value)).toEqual([
      `fail: Unexpected "${wrong}" in MIDlet-Permissions, expected names such as javax.microedition.io.Connector.http, separated by commas.`,
    ])
  })

  it('is not judged where there is none', () => {
    expect(told(check, [descriptorFetched()])).toEqual([
      'not-applicable: no descriptor that asks for permissions was sent',
    ])
  })
})
