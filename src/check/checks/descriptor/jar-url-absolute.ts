import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { parseUrl } from '../../../wire/http-url.ts'
import { judgeLegible } from '../../legible-descriptors.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

export default defineCheck({
  row: 'S18',
  level: 'field',
  clause: 'FIELD-JAR-URL',
  title: 'MIDlet-Jar-URL is an absolute http URL',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ value }) => Boolean(value('MIDlet-Jar-URL'))),
  absent: 'no descriptor has a MIDlet-Jar-URL',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `The document allows relative URLs; phones resolve them each in a way of their own. The Nokia runtime appends to what stands before the last slash, so that a URL beginning with a slash breaks, and after a redirect two implementations still use the first address. Write the URL in full.`,
})

function* judgeDescriptor(found: DescriptorEvidence) {
  const url = found.value('MIDlet-Jar-URL')
  if (url === undefined || url === '') return
  yield parseUrl(url)?.protocol === 'http:' && !/\s/.test(url)
    ? pass(found, 'MIDlet-Jar-URL is an absolute http URL')
    : fail(found, {
        actual: `MIDlet-Jar-URL "${escapeText(url, 80)}"`,
        expected: 'an absolute http URL',
      })
}
