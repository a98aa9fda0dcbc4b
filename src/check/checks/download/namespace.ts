import { ddNamespace } from '../../../wire/download-descriptor.ts'
import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { readDownloads } from '../../downloads.ts'

export default defineCheck({
  row: 'W58',
  level: 'must',
  clause: 'DLOTA-NAMESPACE',
  title: 'A download descriptor is in the namespace of download descriptors',
  applies: (context) => readDownloads(context).length > 0,
  absent: 'no download descriptor was sent that can be read',
  *judge(context) {
    for (const found of readDownloads(context)) {
      const departure = found.read.deviations.find(({ rule }) => rule === 'namespace')
      yield departure === undefined
        ? pass(found, ddNamespace)
        : fail(found, { actual: `"${escapeText(departure.found, 80)}"`, expected: ddNamespace })
    }
  },
  explain: `The namespace tells this document from any other with a root called media. Agents that validate a descriptor refuse another namespace with 906, others do not look. Name it on the root, to the letter and without a slash at its end.`,
})
