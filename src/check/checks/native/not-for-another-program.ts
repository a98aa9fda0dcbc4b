import { defineCheck } from '../../check.ts'
import { judgeLabel } from '../../native-labels.ts'

/** What phones have a program of its own for; text/* is for native/not-shown-as-text. */
const owned = /^(?:(?:image|audio|video)\/|application\/(?:x-)?(?:zip|gzip|java|pdf)\b)/

export default defineCheck({
  row: 'N32',
  level: 'must',
  clause: 'NATIVE-NOT-ZIP',
  title: 'A native package is not labelled as something that another program opens',
  applies: ({ evidence }) => evidence.nativePackages.length > 0,
  absent: 'no native package was sent',
  *judge({ evidence }) {
    for (const found of evidence.nativePackages) yield judgeLabel(found, owned)
  },
  explain: `The browser goes by the type where it knows it: application/zip is handed to a program for archives or is called a format that is not supported, and application/java-archive to the manager of Java applications. Content management systems that look into the first octets, or take every download for an archive, write such types. Map .sis, .sisx and .cab to the types of packages.`,
})
