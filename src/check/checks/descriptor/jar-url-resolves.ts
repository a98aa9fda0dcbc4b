import { defineCheck, fail, pass } from '../../check.ts'
import { escapeText } from '../../../wire/escape.ts'
import { parseUrl } from '../../../wire/http-url.ts'

function isGone(status: number | undefined): boolean {
  return status === 404 || status === 410
}

export default defineCheck({
  row: 'S19',
  level: 'must',
  clause: 'MIDP2-OTA-JAR-02',
  title: 'MIDlet-Jar-URL leads to the package from where the descriptor was loaded',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ value }) => Boolean(value('MIDlet-Jar-URL'))),
  absent: 'no descriptor has a MIDlet-Jar-URL',
  *judge(context) {
    for (const found of context.evidence.descriptors) {
      const url = found.value('MIDlet-Jar-URL')
      if (url === undefined || url === '') continue
      const { jarUrl } = found
      if (jarUrl === undefined) {
        yield fail(found, {
          actual: `MIDlet-Jar-URL "${escapeText(url, 80)}"`,
          expected: 'a URL (RFC 2396)',
        })
        continue
      }
      const lost = context.evidence
        .exchanges('package')
        .find(
          ({ request, response, probe }) =>
            request.url === jarUrl && probe === undefined && isGone(response?.status),
        )
      yield lost !== undefined && parseUrl(url) === undefined
        ? fail(found, {
            actual: `relative MIDlet-Jar-URL "${escapeText(url, 80)}" that leads to ${escapeText(jarUrl, 100)} (${lost.response?.status})`,
            expected: 'one that leads to the package',
            cause: lost,
          })
        : pass(found, `leads to ${jarUrl}`)
    }
  },
  explain: `A relative URL is resolved against the URL the descriptor came from, which is often not the folder its author had in mind, for instance behind a script or a redirect. The phone then reports 907. Write the URL in full.`,
})
