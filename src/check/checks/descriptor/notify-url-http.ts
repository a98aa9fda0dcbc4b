import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { parseUrl } from '../../../wire/http-url.ts'
import { judgeLegible } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { notifyNames } from '../../notify-names.table.ts'

export default defineCheck({
  row: 'S17',
  level: 'must',
  clause: 'MIDP2-OTA-REP-04',
  title: 'Notify URLs are absolute and begin with http:',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ value }) => notifyNames.some((name) => value(name) !== undefined)),
  absent: 'no descriptor has a notify URL',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `Only http is promised for reports: a phone may ignore any other scheme without a word, and the server waits for reports that never come. Offer the notify URL over http even where everything else is https.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  for (const name of notifyNames) {
    const url = found.value(name)
    if (url === undefined) continue
    yield parseUrl(url)?.protocol === 'http:'
      ? pass(found, `${name} is an http URL`)
      : fail(found, {
          actual: `${name} "${escapeText(url, 80)}"`,
          expected: 'an absolute http URL',
        })
  }
}
