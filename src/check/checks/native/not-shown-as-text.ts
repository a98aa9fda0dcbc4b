import { defineCheck } from '../../check.ts'
import { judgeLabel } from '../../native-labels.ts'

export default defineCheck({
  row: 'N32',
  level: 'must',
  clause: 'NATIVE-NOT-TEXT',
  title: 'A native package is not labelled as a text',
  applies: ({ evidence }) => evidence.nativePackages.length > 0,
  absent: 'no native package was sent',
  *judge({ evidence }) {
    for (const found of evidence.nativePackages) yield judgeLabel(found, /^text\//)
  },
  explain: `Browsers of every platform show what is called text/plain or text/html, and the user sees a page of garbage. Web servers that know no type for .sis, .sisx or .cab often fall back on text/plain.`,
})
