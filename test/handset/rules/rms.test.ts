import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { RetentionAnswer } from '../../../src/handset/behaviour.ts'
import type { Signer } from '../../../src/handset/flash.ts'
import { retainRecords } from '../../../src/handset/rules/rms.ts'
import { plainSuite } from '../plain-suite.ts'

const anna: Signer = { domain: 'operator', subject: 'CN=Anna', root: 'CN=Root' }
const bert: Signer = { ...anna, subject: 'CN=Bert' }

type Places = 'same' | 'another'

const keepBySigner: RetentionAnswer = { kind: 'keep', why: 'same signer' }
const keepByDescriptor: RetentionAnswer = { kind: 'keep', why: 'same descriptor URL' }
const keepByPackage: RetentionAnswer = { kind: 'keep', why: 'same package URL' }
const ask: RetentionAnswer = { kind: 'ask', why: 'another signer, descriptor URL and package URL' }

const signers = {
  'signed by the same': [anna, anna],
  'signed by another': [anna, bert],
  'signed for the first time': [undefined, anna],
  'no longer signed': [anna, undefined],
  'never signed': [undefined, undefined],
} as const

type Signing = keyof typeof signers

/** Every combination of the three things the rules look at, a row each. */
const table: readonly (readonly [Signing, Places, Places, RetentionAnswer])[] = [
  ['signed by the same', 'same', 'same', keepBySigner],
  ['signed by the same', 'same', 'another', keepBySigner],
  ['signed by the same', 'another', 'same', keepBySigner],
  ['signed by the same', 'another', 'another', keepBySigner],
  ['signed by another', 'same', 'same', keepByDescriptor],
  ['signed by another', 'same', 'another', keepByDescriptor],
  ['signed by another', 'another', 'same', keepByPackage],
  ['signed by another', 'another', 'another', ask],
  ['signed for the first time', 'same', 'same', keepByDescriptor],
  ['signed for the first time', 'same', 'another', keepByDescriptor],
  ['signed for the first time', 'another', 'same', keepByPackage],
  ['signed for the first time', 'another', 'another', ask],
  ['no longer signed', 'same', 'same', keepByDescriptor],
  ['no longer signed', 'same', 'another', keepByDescriptor],
  ['no longer signed', 'another', 'same', keepByPackage],
  ['no longer signed', 'another', 'another', ask],
  ['never signed', 'same', 'same', keepByDescriptor],
  ['never signed', 'same', 'another', keepByDescriptor],
  ['never signed', 'another', 'same', keepByPackage],
  ['never signed', 'another', 'another', ask],
]

function answerFor(
  [before, after]: readonly [Signer | undefined, Signer | undefined],
  descriptorUrl: string | undefined,
  packageUrl: string,
  hasRecords = true,
): RetentionAnswer {
  return retainRecords({
    installed: { ...plainSuite, signer: before },
    offered: { ...plainSuite, signer: after, descriptorUrl, packageUrl },
    hasRecords,
  })
}

const urls = {
  descriptor: {
    same: 'http://ota.test/suites/demo.jad',
    another: 'http://ota.test/other/demo.jad',
  },
  package: { same: 'http://ota.test/suites/demo.jar', another: 'http://ota.test/other/demo.jar' },
}

describe('the records of a suite that is updated', () => {
  it('are decided upon in every combination of signer, descriptor URL and package URL', () => {
    expect(new Set(table.map(([signing, jad, jar]) => `${signing} ${jad} ${jar}`)).size).toBe(
      Object.keys(signers).length * 4,
    )
  })

  it.each(table)('%s, %s descriptor URL, %s package URL', (signing, jad, jar, expected) => {
    const answer = answerFor(signers[signing], urls.descriptor[jad], urls.package[jar])
    expect(answer).toEqual(expected)
  })

  it.each(table)('%s, %s descriptor URL, %s package URL, no records', (signing, jad, jar) => {
    const answer = answerFor(signers[signing], urls.descriptor[jad], urls.package[jar], false)
    expect(answer).toEqual({ kind: 'keep', why: 'there are none' })
  })

  it.each([
    ['another query', 'http://ota.test/suites/demo.jad?build=2#top', keepByDescriptor],
    ['a host in capitals', 'http://OTA.test/suites/demo.jad', keepByDescriptor],
    ['the port that is meant anyway', 'http://ota.test:80/suites/demo.jad', keepByDescriptor],
    ['another scheme', 'https://ota.test/suites/demo.jad', ask],
    ['another host', 'http://www.ota.test/suites/demo.jad', ask],
    ['another port', 'http://ota.test:8080/suites/demo.jad', ask],
    ['another path', 'http://ota.test/suites/demo.jad/', ask],
    ['a path in capitals', 'http://ota.test/suites/Demo.jad', ask],
    ['no descriptor', undefined, ask],
    ['what is no URL', 'demo.jad', ask],
  ])('a descriptor URL with %s', (_, descriptorUrl, expected) => {
    const answer = answerFor([undefined, undefined], descriptorUrl, urls.package.another)
    expect(answer).toEqual(expected)
  })

  it.each([
    ['another query', 'http://ota.test/suites/demo.jar?visit=v7', keepByPackage],
    ['another host', 'http://cdn.test/suites/demo.jar', ask],
  ])('a package URL with %s', (_, packageUrl, expected) => {
    const answer = answerFor([undefined, undefined], urls.descriptor.another, packageUrl)
    expect(answer).toEqual(expected)
  })

  it.each([
    ['of one name below two roots', { ...anna, root: 'CN=Other root' }, ask],
    ['of one name and root in two domains', { ...anna, domain: 'untrusted' }, keepBySigner],
  ])('signers %s', (_, signer, expected) => {
    const answer = answerFor([anna, signer], urls.descriptor.another, urls.package.another)
    expect(answer).toEqual(expected)
  })
})

/** A suite that is no longer signed is refused before its records matter; so one scenario shows all its rows. */
const playedAs: Readonly<Record<Signing, string>> = {
  'signed by the same': 'records/same-signer',
  'signed by another': 'records/another-signer',
  'signed for the first time': 'records/first-signature',
  'never signed': 'records/never-signed',
  'no longer signed': 'update/signature-dropped',
}

function scenariosOf(
  signing: Signing,
  [jad, jar]: readonly [Places, Places],
  { kind }: RetentionAnswer,
): readonly string[] {
  const name = playedAs[signing]
  if (signing === 'no longer signed') return [name]
  if (jad === 'same') return [jar === 'same' ? name : `${name}-package-elsewhere`]
  if (jar === 'same') return [`${name}-descriptor-elsewhere`]
  return kind === 'ask'
    ? [`${name}-elsewhere-kept`, `${name}-elsewhere-dropped`]
    : [`${name}-elsewhere`]
}

describe('the scenario of', () => {
  it.each(table)('%s, %s descriptor URL, %s package URL', async (signing, jad, jar, answer) => {
    for (const id of scenariosOf(signing, [jad, jar], answer)) {
      const text = await readFile(new URL(`../../../scenarios/${id}.yaml`, import.meta.url), 'utf8')
      const told = signing === 'no longer signed' ? 'report: 910' : `why: ${whyOf(id, answer)}`
      expect(text).toContain(told)
      expect(text).toContain('expect-records:')
    }
  })
})

function whyOf(id: string, { kind, why }: RetentionAnswer): string {
  if (kind !== 'ask') return why
  return id.endsWith('-kept') ? 'the user kept them' : 'the user dropped them'
}
