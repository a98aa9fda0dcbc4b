import { describe, expect, it } from 'vitest'
import { personalityTable } from '../../../src/handset/personality.ts'
import { examinePackage } from '../../../src/handset/rules/integrity.ts'
import { plainProfile } from '../plain-profile.ts'
import { about, good, questionOf, spec } from './package-maker.ts'

const needsBluetooth = about({
  midlets: spec.midlets.map((one) => ({ ...one, references: ['javax.bluetooth.LocalDevice'] })),
})

function codeOn(
  personality: string,
  apis: readonly string[] | undefined,
  question = needsBluetooth,
) {
  const behaviour = personalityTable.get(personality)?.behaviour
  if (behaviour === undefined) throw new TypeError(`no personality ${personality}`)
  const profile = apis === undefined ? plainProfile : { ...plainProfile, apis: [...apis] }
  const answer = examinePackage({ ...question, profile }, behaviour)
  return answer.kind === 'refuse' ? answer.refusal : 'installed'
}

describe('a suite that needs Bluetooth', () => {
  it('is refused with 913 by a phone that looks, and has none', () => {
    expect(codeOn('blackberry', ['JSR-75'])).toEqual({
      code: 913,
      reason: 'acme/Demo.class refers to javax.bluetooth, which is JSR-82; this phone has not',
    })
  })

  it('is installed where there is Bluetooth, or where nobody knows', () => {
    expect(codeOn('blackberry', ['JSR-82'])).toBe('installed')
    expect(codeOn('blackberry', undefined)).toBe('installed')
  })

  it.each(['strict', 'phoneme', 'nokia-jrt', 'impng-module'])(
    'is installed by a phone that does not look: %s',
    (personality) => {
      expect(codeOn(personality, [])).toBe('installed')
    },
  )
})

it('a suite that needs nothing is installed by a phone that has nothing', () => {
  expect(codeOn('blackberry', [], questionOf(good))).toBe('installed')
})
