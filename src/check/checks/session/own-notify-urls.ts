import { escapeText } from '../../../wire/escape.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'

interface Pair {
  readonly one: DescriptorEvidence
  readonly other: DescriptorEvidence
  readonly urls: readonly [one: string, other: string]
}

/** Each descriptor with the one before it of the same URL, where both want to hear of the installation. */
function pairs({ evidence: { descriptors } }: CheckContext): readonly Pair[] {
  return descriptors.flatMap((other, index) => {
    const one = descriptors
      .slice(0, index)
      .findLast(({ exchange }) => exchange.request.url === other.exchange.request.url)
    const [url, otherUrl] = [one, other].map((each) => each?.value('MIDlet-Install-Notify'))
    return one === undefined || url === undefined || otherUrl === undefined
      ? []
      : [{ one, other, urls: [url, otherUrl] }]
  })
}

export default defineCheck({
  row: 'S78',
  level: 'field',
  clause: 'MIDP2-OTA-COOKIE-02',
  title: 'Each retrieval of a descriptor has an install notify URL of its own',
  applies: (context) => pairs(context).length > 0,
  absent: 'no descriptor with MIDlet-Install-Notify was fetched twice from one URL',
  *judge(context) {
    for (const { one, other, urls } of pairs(context)) {
      yield urls[0] === urls[1]
        ? fail(other, {
            actual: `MIDlet-Install-Notify ${escapeText(urls[1], 120)} as before`,
            expected: 'a URL of its own',
            cause: one,
          })
        : pass(other, 'the URL for the report is another than before')
    }
  },
  explain: `A report holds nothing but a code. Phones keep no cookies, reports come late and by way of gateways, so the URL alone can tell which download has succeeded or failed; where all share one, a repeated report cannot be told from a second installation either, and what is billed by it is billed twice. Write an id into the notify URLs of each descriptor that is given out.`,
})
