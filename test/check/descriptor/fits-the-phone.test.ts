import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/fits-the-phone.ts'
import { descriptorFetched, descriptorText, jadType, told } from '../trace-builder.ts'

const toldOf = (
  agent: string,
  profile: string | undefined,
  configuration: string | undefined,
  vary = 'User-Agent',
) =>
  told(check, [
    descriptorFetched(descriptorText(), { headers: [jadType] }),
    descriptorFetched(
      descriptorText({
        'MicroEdition-Profile': profile,
        'MicroEdition-Configuration': configuration,
      }),
      { requestHeaders: [['User-Agent', agent]], headers: [jadType, ['Vary', vary]] },
    ),
  ])
const old = 'Nokia6610/1.0 (3.09) Profile/MIDP-1.0 Configuration/CLDC-1.0'
const absent =
  'not-applicable: no link was opened by several phones that name MIDP or CLDC and got descriptors that vary by User-Agent'

describe('a descriptor', () => {
  it.each([
    [old, 'MIDP-1.0', 'CLDC-1.0', 'MIDP-1.0'],
    ['A/1 Profile/MIDP-2.1 Configuration/CLDC-1.1', 'MIDP-1.0 MIDP-2.0', 'CLDC-1.0', 'MIDP-2.1'],
    [
      'A/1 Profile/MIDP-1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1',
      'MIDP-2.0',
      undefined,
      'MIDP-2.0',
    ],
  ])('for %s may ask for %s and %s', (agent, profile, configuration, has) => {
    expect(toldOf(agent, profile, configuration)).toEqual([
      `pass: ${profile} for a phone that has ${has}`,
    ])
  })

  it('does not ask an old phone for a later profile', () => {
    expect(toldOf(old, 'MIDP-1.0 MIDP-2.0', 'CLDC-1.0')).toEqual([
      'fail: Unexpected MicroEdition-Profile MIDP-2.0 for a phone that says MIDP-1.0, expected a build for MIDP-1.0, or word that there is none.',
    ])
  })

  it('does not ask an old phone for a later configuration', () => {
    expect(toldOf(old, 'MIDP-1.0', 'CLDC-1.1')).toEqual([
      'fail: Unexpected MicroEdition-Configuration CLDC-1.1 for a phone that says CLDC-1.0, expected a build for CLDC-1.0, or word that there is none.',
    ])
  })

  it.each([
    ['Opera/9.80 (J2ME/MIDP; Opera Mini/4.2)', 'MIDP-2.0', 'CLDC-1.1'],
    [old, undefined, undefined],
    [old, 'IMP-NG', undefined],
  ])('for %s that asks for %s and %s says nothing', (agent, profile, configuration) => {
    expect(toldOf(agent, profile, configuration)).toEqual([absent])
  })

  it('of a server that does not choose says nothing', () => {
    expect(toldOf(old, 'MIDP-2.0', 'CLDC-1.1', 'Accept-Language')).toEqual([absent])
    expect(toldOf(old, 'MIDP-2.0', 'CLDC-1.1', 'Accept-Language, user-agent')).toHaveLength(2)
    expect(toldOf(old, 'MIDP-2.0', 'CLDC-1.1', '*')).toHaveLength(2)
  })

  it('that one phone alone has asked for says nothing', () => {
    const alone = descriptorFetched(descriptorText(), {
      requestHeaders: [['User-Agent', old]],
      headers: [jadType, ['Vary', 'User-Agent']],
    })
    expect(told(check, [alone, alone])).toEqual([absent])
  })
})
