import { defineCheck, fail, type Judgement, pass } from '../../check.ts'
import type { DescriptorEvidence } from '../../evidence.ts'
import { judgeLegible } from '../../legible-descriptors.ts'
import { notifyNames } from '../../notify-names.table.ts'

const charactersMax = 256

export default defineCheck({
  row: 'S16',
  level: 'must',
  clause: 'MIDP2-OTA-REP-19',
  title: 'Notify URLs have at most 256 characters',
  applies: ({ evidence }) =>
    evidence.descriptors.some(({ value }) => notifyNames.some((name) => value(name) !== undefined)),
  absent: 'no descriptor has a notify URL',
  judge: (context) => judgeLegible(context, judgeDescriptor),
  explain: `A phone must refuse the descriptor with 906, which it posts to that very URL. Sessions that are carried in the URL grow over the limit unseen. Use a short key for them.`,
})

function* judgeDescriptor(found: DescriptorEvidence): Iterable<Judgement> {
  for (const name of notifyNames) {
    const url = found.value(name)
    if (url === undefined) continue
    const characters = Array.from(url).length
    yield characters > charactersMax
      ? fail(found, {
          actual: `${name} of ${characters} characters`,
          expected: `at most ${charactersMax}`,
        })
      : pass(found, `${name} of ${characters} characters`)
  }
}
