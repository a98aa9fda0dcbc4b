import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { judgeRead, noSignedDescriptor, signedDescriptors } from '../../signed-suites.ts'
import type { SignatureClaim } from '../../../wire/signature.ts'

export default defineCheck({
  level: 'must-if',
  clause: 'PKI21-NUMBERING',
  title: 'Certificates are numbered from 1 without gaps, and each can be read',
  applies: (context) => signedDescriptors(context).length > 0,
  absent: noSignedDescriptor,
  judge: (context) =>
    judgeRead(signedDescriptors(context), function* judge({ found, claim }) {
      const fault = findFault(claim)
      const count = claim.paths.reduce((sum, { entries }) => sum + entries.length, 0)
      yield fault === undefined
        ? pass(found, `${count} certificates in ${claim.paths.length} paths`)
        : fail(found, { actual: fault, expected: 'certificates that a phone reads, all of them' })
    }),
  explain: `A phone reads MIDlet-Certificate-1-1, -1-2 and so on until a number is missing, then the next path in the same way; what stands behind a gap does not exist for it, and mostly the path then ends before a root: 909. Each value is the DER of one certificate in Base64 on one line. Leave the root out: phones have it, or do not trust it.`,
})

function findFault({ paths, unread: [unread] }: SignatureClaim): string | undefined {
  if (paths.length === 0) return 'no MIDlet-Certificate-1-1'
  const broken = paths
    .flatMap(({ entries }) => entries)
    .find(({ problem }) => problem !== undefined)
  if (broken !== undefined) return escapeText(`${broken.name} (${broken.problem})`, 160)
  return unread === undefined
    ? undefined
    : escapeText(`${unread} behind a gap in the numbering`, 160)
}
