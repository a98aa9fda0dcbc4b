import { escapeText } from '../../../wire/escape.ts'
import type { CabNoteRule } from '../../../wire/cab/cab-note.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { chosenCabinets } from '../../native-links.ts'

const differences: ReadonlySet<CabNoteRule> = new Set([
  'manifest-differs',
  'member-missing',
  'reserve-differs',
  'setup-differs',
])

export default defineCheck({
  row: 'N16',
  level: 'should',
  clause: 'NATIVE-DESCRIPTIONS',
  title: 'The descriptions within a cabinet say the same, and name files that are in it',
  applies: (context) => chosenCabinets(context).length > 0,
  absent: 'no cabinet was sent to a phone of Windows Mobile',
  *judge(context) {
    for (const { seq, cab } of chosenCabinets(context)) {
      const different = cab.notes.find(({ rule }) => differences.has(rule))
      yield different === undefined
        ? pass({ seq }, `${cab.files.length} files as described`)
        : fail(
            { seq },
            {
              actual: escapeText(different.found, 160),
              expected: 'the file .000, _setup.xml and the cabinet to agree',
              reason: `${escapeText(different.found, 180)}.`,
            },
          )
    }
  },
  explain: `Some Pocket PCs go by the file .000, others and every Smartphone by _setup.xml: where they differ, the same package is another one on each of them, is not recognised as the one that is installed, or ends in the middle for want of a file. Tools that replace a file in a finished package are the usual cause; build it anew instead.`,
})
