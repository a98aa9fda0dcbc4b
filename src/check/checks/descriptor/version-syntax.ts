import { escapeText } from '../../../wire/escape.ts'
import { parseVersion } from '../../../wire/version.ts'
import { defineCheck, fail, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S12',
  level: 'must',
  clause: 'PKG21-VERSION',
  title: 'MIDlet-Version has two or three numbers of at most two digits',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ value }) => Boolean(value('MIDlet-Version'))),
  absent: 'no descriptor has a MIDlet-Version that can be read',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `A version off the grammar is reported with 906, and phones that forgive it compare it in ways of their own: phoneME takes a single number, BlackBerry more than three, Nokia phones drop what they do not know. Build numbers of three digits and suffixes such as -beta are the usual cause. Keep to N.N.N with numbers up to 99.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  const version = found.value('MIDlet-Version')
  if (version === undefined || version === '') return
  yield parseVersion(version) === undefined
    ? fail(found, {
        actual: `MIDlet-Version "${escapeText(version, 40)}"`,
        expected: 'N.N or N.N.N, each 0 to 99',
      })
    : pass(found, `MIDlet-Version ${version}`)
}
