import { defineCheck, fail, pass } from '../../check.ts'
import { shownIndications } from '../../indications.ts'

export default defineCheck({
  level: 'must',
  clause: 'SI-LINK',
  title: 'An indication that leads to an installation has a link',
  applies: (context) => shownIndications(context).length > 0,
  absent: 'no service indication was sent',
  *judge(context) {
    for (const { message, indication } of shownIndications(context)) {
      yield indication.href === undefined || indication.href === ''
        ? fail(message, { actual: 'an indication without href', expected: 'a link' })
        : pass(message, 'it has a link')
    }
  },
  explain: `An indication without href is a notice: the user reads that there is something to install and has nothing to select. It happens where the link of the order is still empty when the message is made, or where its attribute was left out because it held a character that the encoder did not know. Make the link first, and refuse to send without it.`,
})
