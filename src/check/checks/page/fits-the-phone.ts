import { defineCheck, fail, pass } from '../../check.ts'

export default defineCheck({
  level: 'field',
  clause: 'FIELD-PAGE-SIZE',
  title: 'A page is no larger than the phone says it can hold',
  applies: ({ evidence, facts }) =>
    facts.profile.pageBytesMax !== undefined && evidence.pages.length > 0,
  absent: 'no link led to a page, or the phone does not say what it can hold',
  *judge({ evidence, facts }) {
    const { pageBytesMax: max = Infinity } = facts.profile
    for (const found of evidence.pages) {
      const bytes = found.response.body.length
      yield bytes <= max
        ? pass(found, `${bytes} octets`)
        : fail(found, {
            actual: `page of ${bytes} octets`,
            expected: `at most ${max}, the deck size of the phone`,
          })
    }
  },
  explain: `The browser of a phone cuts a page that is larger than its memory for one, or shows an error in its place. Phones say how much they hold in their UAProf document (WmlDeckSize), and the smallest hold a few thousand octets: keep landing pages to a few links, without inlined styles and pictures.`,
})
