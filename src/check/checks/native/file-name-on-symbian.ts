import { defineCheck } from '../../check.ts'
import { judgeNames, packagesOf } from '../../file-names.ts'

const sinceSymbian9 = ['sisx'] as const
const before = ['sis'] as const

export default defineCheck({
  row: 'N33',
  level: 'should',
  clause: 'NATIVE-FILE-NAME-SYMBIAN',
  title: 'The name of a package for Symbian ends in .sis, or in .sisx since Symbian OS 9',
  applies: (context) => packagesOf(context, [...before, ...sinceSymbian9]).length > 0,
  absent: 'no package for Symbian was sent',
  *judge(context) {
    yield* judgeNames(packagesOf(context, before), ['.sis'])
    yield* judgeNames(packagesOf(context, sinceSymbian9), ['.sis', '.sisx'])
  },
  explain: `The installer starts by itself where the media type is its own; the name decides where it is not, and some builds of Symbian OS know a package by nothing else. The name is that of Content-Disposition, else the last segment of the URL: a ticket such as /d/8fe2 needs Content-Disposition: attachment; filename="client.sisx".`,
})
