import type { Exchange } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import { parseUrl } from '../../../wire/http-url.ts'
import { type CheckContext, defineCheck, fail, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { isPastTicket } from '../../package-fetches.ts'
import { judgeLegible } from '../../legible-descriptors.ts'

export default defineCheck({
  row: 'S19',
  level: 'must',
  clause: 'MIDP2-OTA-JAR-02',
  title: 'MIDlet-Jar-URL leads to the package from where the descriptor was loaded',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ value }) => Boolean(value('MIDlet-Jar-URL'))),
  absent: 'no descriptor has a MIDlet-Jar-URL that can be read',
  judge: (context) => judgeLegible(context, (found) => judgeDescriptor(context, found)),
  explain: `A relative URL is resolved against the URL the descriptor came from, which is often not the folder its author had in mind, for instance behind a script or a redirect; a URL that is none is reported with 906, one that leads nowhere with 907. Nokia phones and phoneME keep the address they first asked as the base. Write the URL in full.`,
})

function* judgeDescriptor(context: CheckContext, found: DescriptorEvidence): Iterable<Judgement> {
  const written = found.value('MIDlet-Jar-URL')
  if (written === undefined || written === '') return
  const quoted = `MIDlet-Jar-URL "${escapeText(written, 80)}"`
  const { jarUrl } = found
  if (jarUrl === undefined) {
    yield fail(found, { actual: quoted, expected: 'an http URL by the grammar of RFC 3986' })
    return
  }
  const lost = findLost(context, found, jarUrl)
  yield lost === undefined || parseUrl(written) !== undefined
    ? pass(found, `leads to ${escapeText(jarUrl, 120)}`)
    : fail(found, {
        actual: `${quoted} that leads to ${escapeText(jarUrl, 80)} (${lost.response?.status})`,
        expected: 'a relative URL that leads to the package',
        cause: lost,
      })
}

/** A package request after the descriptor that found nothing where the relative URL leads. */
function findLost(
  context: CheckContext,
  { seq }: DescriptorEvidence,
  jarUrl: string,
): Exchange | undefined {
  return context.evidence
    .exchanges('package')
    .find(
      (one) =>
        one.seq > seq &&
        one.request.url === jarUrl &&
        one.probe === undefined &&
        (one.response?.status === 404 || one.response?.status === 410) &&
        !isPastTicket(context, one),
    )
}
