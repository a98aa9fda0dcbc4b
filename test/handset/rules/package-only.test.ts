import { describe, expect, it } from 'vitest'
import { strict } from '../../../src/handset/personalities/strict.ts'
import { examinePackage } from '../../../src/handset/rules/integrity.ts'
import { packageChanges } from '../../../src/scenario/alterations.ts'
import {
  about,
  contents,
  good,
  questionOf,
  withAttribute,
  withoutAttribute,
  withoutEntry,
} from './package-maker.ts'

describe('a package without a descriptor', () => {
  const alone = { ...questionOf(good), plan: undefined }

  it('is installed as the suite that its manifest names', () => {
    expect(examinePackage(alone, strict)).toEqual({
      kind: 'install',
      ...contents,
      installNotify: undefined,
    })
  })

  it('is refused where its manifest asks for more room for records than there is', () => {
    const { octets } = about({ attributes: [['MIDlet-Data-Size', '99000']] })
    expect(examinePackage({ ...alone, octets }, strict)).toMatchObject({
      kind: 'refuse',
      refusal: { code: 901, reason: `${99_000 + octets.length} octets needed, 100000 free` },
    })
  })

  it.each([
    ['a defect of the archive', packageChanges.corrupt(good), 907],
    ['no name', withoutAttribute('MIDlet-Name').octets, 907],
    ['no class', withoutEntry('acme/Demo.class').octets, 907],
    ['no profile', withoutAttribute('MicroEdition-Profile').octets, 907],
    ['another profile', withAttribute('MicroEdition-Profile', 'MIDP-3.0').octets, 908],
  ])('is refused for %s, and nobody is told', (_, octets, code) => {
    expect(examinePackage({ ...alone, octets }, strict)).toMatchObject({
      kind: 'refuse',
      refusal: { code },
      installNotify: undefined,
    })
  })
})
