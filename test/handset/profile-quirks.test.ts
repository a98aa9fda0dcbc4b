/** A profile lists what its personality lacks: a quirk that changes none of its answers would say the same twice. */
import { expect, it } from 'vitest'
import type { Behaviour, Neighbours } from '../../src/handset/behaviour.ts'
import { personalities } from '../../src/handset/personality.ts'
import { strict } from '../../src/handset/personalities/strict.ts'
import { loadPhones } from '../../src/handset/phone-catalogue.ts'
import { examinePackage } from '../../src/handset/rules/integrity.ts'
import { examineDescriptor } from '../../src/handset/rules/preflight.ts'
import { probes } from './personalities/probes.table.ts'
import { plainProfile } from './plain-profile.ts'
import { noNeighbours, plainSuite } from './plain-suite.ts'
import { descriptorUrl, makeDescriptor } from './rules/descriptor-maker.ts'
import { planFor, questionOf, withAttribute, withoutEntry } from './rules/package-maker.ts'

const { profiles, quirks } = await loadPhones()

const descriptors: readonly Uint8Array[] = [
  { 'MIDlet-Version': '1' },
  { 'MIDlet-Version': '1.0b' },
  { 'MIDlet-Jar-Size': '99999' },
  { 'MIDlet-Jar-Size': '200000' },
  { 'MIDlet-Data-Size': '4294967296' },
  { 'MIDlet-Touch-Support': 'true' },
  { 'MicroEdition-Profile': '' },
  { 'Runtime-Execution-Environment': 'MEEP.CLDC' },
  { 'MIDlet-Push-1': 'sms://:7101, acme.Demo' },
  { 'MIDlet-Vendor': 'x'.repeat(33) },
  { 'MIDlet-Jar-URL': 'http://ota.test/suites/another.jar' },
].map((change) => makeDescriptor(change))

function codeOfDescriptor(behaviour: Behaviour, octets: Uint8Array, freeBytes: number): string {
  const neighbours: Neighbours = {
    ...noNeighbours,
    compare: (offered) => behaviour.decideUpdate({ installed: undefined, offered }),
  }
  const answer = examineDescriptor(
    {
      octets,
      charset: undefined,
      url: descriptorUrl,
      linkUrl: descriptorUrl,
      profile: plainProfile,
      freeBytes,
      neighbours,
    },
    behaviour,
  )
  return answer.kind === 'refuse' ? String(answer.refusal.code) : answer.plan.packageUrl
}

const otherCase = withAttribute('MIDlet-Name', 'DEMO')
const badPush = withAttribute('MIDlet-Push-1', 'pigeon://:1, acme.Demo, *')
const packages = [otherCase, withoutEntry('icon.png'), badPush]

function codeOfPackage(behaviour: Behaviour, question: (typeof packages)[number]): string {
  const plan = planFor(question.octets)
  const answer = examinePackage({ ...questionOf(question.octets), plan }, behaviour)
  return answer.kind === 'refuse' ? String(answer.refusal.code) : 'install'
}

const types = ['text/a;charset=utf-8', 'text/a;charset="utf-8"', 'text/a;CHARSET=utf-8']

/** What a phone answers to whatever it can be asked here. */
function answersOf(behaviour: Behaviour): readonly string[] {
  const suite = { ...plainSuite, deleteNotify: 'http://ota.test/d/1' }
  const same = { subject: plainSuite.subject, signed: false }
  return [
    ...Object.values(probes).flatMap((all) => all.map(({ answer }) => answer(behaviour))),
    ...(['descriptor', 'package', 'install-report'] as const).flatMap((purpose) => [
      JSON.stringify(behaviour.requestStyle(purpose, plainProfile)),
      String(behaviour.rangeBytes(purpose)),
    ]),
    ...types.map((type) => String(behaviour.charsetOf(type))),
    String(behaviour.acceptsAsPackage('application/java-archive ; a=b')),
    JSON.stringify(behaviour.jadTolerance),
    JSON.stringify(behaviour.decideUpdate({ installed: plainSuite, offered: same })),
    JSON.stringify(behaviour.clearBeforeUpdate(suite)),
    ...descriptors.flatMap((octets) =>
      [100_000, 1_000_000].map((free) => codeOfDescriptor(behaviour, octets, free)),
    ),
    ...packages.map((question) => codeOfPackage(behaviour, question)),
  ]
}

const listed = profiles.flatMap(({ id, personality, quirks: own }) =>
  own.map((quirk) => ({ id, personality, quirk })),
)

it.each(listed)('$quirk, listed by $id, changes an answer of $personality', (one) => {
  const base = personalities.get(one.personality) ?? strict
  const quirk = quirks.get(one.quirk)
  expect(quirk && answersOf(quirk.apply(base))).not.toEqual(answersOf(base))
})

it.each([
  ['package-errors-are-903', 'nokia-jrt'],
  ['report-without-line-end', 'phoneme'],
  ['codes-of-modules', 'impng-module'],
])('%s would change none of %s', (name, personality) => {
  const base = personalities.get(personality) ?? strict
  const quirk = quirks.get(name)
  expect(quirk && answersOf(quirk.apply(base))).toEqual(answersOf(base))
})
