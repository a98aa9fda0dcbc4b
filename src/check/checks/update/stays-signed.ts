import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { isSigned, offeredUpdates } from '../../offered-updates.ts'

const anyUpdate = () => true

const ofSigned = (context: CheckContext) =>
  offeredUpdates(context, anyUpdate).filter(({ base }) => isSigned(base))

export default defineCheck({
  row: 'S81',
  level: 'must-if',
  clause: 'MIDP2-OTA-UPD-07',
  title: 'An update of a signed suite is signed',
  applies: (context) => ofSigned(context).length > 0,
  absent: 'no descriptor of a signed suite and of its update were both sent',
  *judge(context) {
    for (const { found, base } of ofSigned(context)) {
      yield isSigned(found)
        ? pass(found, 'the update has a signature, as the suite has')
        : fail(found, {
            actual: 'no MIDlet-Jar-RSA-SHA1 in the update of a signed suite',
            expected: 'a signature, as the suite has',
            cause: base,
          })
    }
  },
  explain: `No phone puts an unsigned suite in the place of a signed one: the update ends with 910 before the package is asked for, on every phone that has the suite. Users then have to remove it, with all records, before they can install the new one. Keep the step that signs in the way of every build that is published under the same name.`,
})
