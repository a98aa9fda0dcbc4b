import { describe, expect, it } from 'vitest'
import type { PackageDraft } from '../../../src/handset/rules/integrity.ts'
import {
  configurationOfEither,
  profileOfEither,
  runtimeEnvironmentOfEither,
} from '../../../src/handset/rules/platform-examinations.ts'
import {
  about,
  good,
  planFor,
  questionOf,
  withAttribute,
  withoutAttribute,
} from './package-maker.ts'

function draftOf(question: ReturnType<typeof questionOf>): PackageDraft {
  return {
    ...question,
    attributes: question.plan?.attributes ?? [],
    installNotify: undefined,
    signer: undefined,
    permissions: [],
  }
}

const unstated = { 'MicroEdition-Profile': undefined, 'MicroEdition-Configuration': undefined }

function silentDescriptor(question: ReturnType<typeof questionOf>) {
  return draftOf({ ...question, plan: planFor(question.octets, unstated) })
}

describe('the platform of descriptor and manifest together', () => {
  it('passes where the phone has what they state', () => {
    const draft = draftOf(questionOf(good))
    expect(configurationOfEither.examine(draft)).toBe(undefined)
    expect(profileOfEither.examine(draft)).toBe(undefined)
    expect(runtimeEnvironmentOfEither.examine(draft)).toBe(undefined)
  })

  it.each([
    ['MicroEdition-Configuration', configurationOfEither],
    ['MicroEdition-Profile', profileOfEither],
  ])('is an invalid JAR where %s stands nowhere', (name, examination) => {
    expect(examination.examine(silentDescriptor(withoutAttribute(name)))).toEqual({
      code: 907,
      reason: `${name} stands nowhere`,
    })
  })

  it.each([
    ['MicroEdition-Configuration', 'CDC-1.1', configurationOfEither],
    ['MicroEdition-Profile', 'MIDP-1.0 MIDP-9.9', profileOfEither],
  ])('is 908 where the phone has not what %s states: %s', (name, value, examination) => {
    expect(examination.examine(silentDescriptor(withAttribute(name, value)))).toEqual({
      code: 908,
      reason: `${name} is "${value.split(' ').at(-1)}", which this phone has not`,
    })
  })

  it('goes by the descriptor where both state it', () => {
    const question = withAttribute('MicroEdition-Profile', 'MIDP-9.9')
    const plan = planFor(question.octets, { 'MicroEdition-Profile': 'MIDP-2.0' })
    expect(profileOfEither.examine(draftOf({ ...question, plan }))).toBe(undefined)
  })

  it('knows no other runtime environment than its own', () => {
    const { octets } = about({
      attributes: [['Runtime-Execution-Environment', 'MEEP.CLDC']],
    })
    expect(runtimeEnvironmentOfEither.examine(draftOf(questionOf(octets)))).toEqual({
      code: 908,
      reason: 'Runtime-Execution-Environment is "MEEP.CLDC", not MIDP.CLDC',
    })
  })
})
