import { escapeText } from '../../../wire/escape.ts'
import { parseUrl } from '../../../wire/http-url.ts'
import { defineCheck, fail, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S18',
  level: 'field',
  clause: 'FIELD-JAR-URL',
  title: 'MIDlet-Jar-URL is an absolute http URL',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ value }) => Boolean(value('MIDlet-Jar-URL'))),
  absent: 'no descriptor has a MIDlet-Jar-URL that can be read',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `The document allows relative URLs, and phones resolve them each in a way of their own: Nokia phones append to what stands before the last slash, so that a URL beginning with a slash breaks, and phoneME leaves ../ in it. Blanks and letters beyond ASCII have to be escaped, and https is not known to every phone. Write the URL in full, with http.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  const url = found.value('MIDlet-Jar-URL')
  if (url === undefined || url === '') return
  yield parseUrl(url)?.protocol === 'http:'
    ? pass(found, 'MIDlet-Jar-URL is an absolute http URL')
    : fail(found, {
        actual: `MIDlet-Jar-URL "${escapeText(url, 80)}"`,
        expected: 'an absolute http URL',
      })
}
