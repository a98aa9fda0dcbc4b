import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { parseVersion } from '../../../wire/version.ts'
import { judgeLegible } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S12',
  level: 'must',
  clause: 'PKG21-VERSION',
  title: 'MIDlet-Version has two or three numbers of at most two digits',
  applies: ({ evidence }) => evidence.descriptors.length > 0,
  absent: 'no descriptor was sent with 200',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `A version off the grammar is reported with 906, and phones that forgive it compare it wrongly, so that an update looks older than what is installed. Build numbers of three digits are the usual cause.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const version = found.value('MIDlet-Version')
  if (version === undefined || version === '') return
  yield parseVersion(version) === undefined
    ? fail(found, {
        actual: `MIDlet-Version "${escapeText(version, 40)}"`,
        expected: 'N.N or N.N.N, each 0 to 99',
      })
    : pass(found, `MIDlet-Version ${version}`)
}
