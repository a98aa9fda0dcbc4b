import { escapeText } from '../../../wire/escape.ts'
import { compareVersions, parseVersion } from '../../../wire/version.ts'
import { defineCheck, fail, inconclusive, type Judgement, pass } from '../../check.ts'
import { noUpdate, offeredUpdates } from '../../offered-updates.ts'
import type { OfferedUpdate } from '../../offered-updates.ts'

const newer = ({ isNewer }: OfferedUpdate['link']) => isNewer

export default defineCheck({
  row: 'S80',
  level: 'field',
  clause: 'MIDP2-OTA-UPD-02',
  title: 'An update has a later version than the suite that it updates',
  applies: (context) => offeredUpdates(context, newer).length > 0,
  absent: noUpdate,
  *judge(context) {
    for (const update of offeredUpdates(context, newer)) yield judgeVersion(update)
  },
  explain: `The phone compares MIDlet-Version and tells its user what it found: an update of the same number is announced as the same version, one of a lower number as a step back. Users refuse both, which is reported as 902, and some phones do not install them at all. Raise the version with every build, and mind that 1.10 is later than 1.9 and that no part goes beyond 99.`,
})

function judgeVersion({ found, base }: OfferedUpdate): Judgement {
  const [text = '', baseText = ''] = [found.value('MIDlet-Version'), base.value('MIDlet-Version')]
  const [version, baseVersion] = [parseVersion(text), parseVersion(baseText)]
  if (version === undefined || baseVersion === undefined) {
    return inconclusive(found, 'blocked by descriptor/version-syntax: a version cannot be read')
  }
  return compareVersions(version, baseVersion) > 0
    ? pass(found, `${text} after ${baseText}`)
    : fail(found, {
        actual: `version ${escapeText(text, 40)} of an update`,
        expected: `one later than ${escapeText(baseText, 40)}`,
        cause: base,
      })
}
