import { defineCheck, fail, pass } from '../../check.ts'
import { shownIndications } from '../../indications.ts'

export default defineCheck({
  row: 'W21',
  level: 'should',
  clause: 'SI-TEXT',
  title: 'An indication has a text to show',
  applies: (context) => shownIndications(context).length > 0,
  absent: 'no service indication was sent',
  *judge(context) {
    for (const { message, indication } of shownIndications(context)) {
      yield /[^\s\p{C}]/u.test(indication.text)
        ? pass(message, `a text of ${indication.text.length} characters`)
        : fail(message, {
            actual: 'an indication without a visible character',
            expected: 'a text that says what the link leads to',
          })
    }
  },
  explain: `Windows Mobile throws an indication without text away, and other phones show the bare URL, which no user trusts. The text is all that the user has to decide by before the download begins. Say in one line of about 40 characters what will be installed and who sends it.`,
})
