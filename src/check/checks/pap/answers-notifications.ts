import { defineCheck, fail, pass } from '../../check.ts'
import { papNotifications } from '../../pap-exchanges.ts'
import type { PapNotification } from '../../pap-exchanges.ts'

const done = 1000

export default defineCheck({
  row: 'W35',
  level: 'must',
  clause: 'PAP-NOTIFICATION-ANSWERED',
  title: 'A server answers each result notification with a response of 1000',
  applies: ({ evidence }) => papNotifications(evidence).length > 0,
  absent: 'the gateway notified the server of no result',
  *judge({ evidence }) {
    for (const notification of papNotifications(evidence)) {
      const actual = problemOf(notification)
      if (actual === undefined) yield pass(notification, 'the notification was answered 1000')
      else yield fail(notification, { actual, expected: 'resultnotification-response 1000' })
    }
  },
  explain: `A gateway repeats a notification until it has a resultnotification-response: a bare 200 or 204 of HTTP is no answer to it. Answer with the push-id and the address of the notification and code 1000, also when the same one comes again and when the push is not known any more.`,
})

function problemOf({ message, answer }: PapNotification): string | undefined {
  if (answer === undefined) return 'no answer'
  const response = answer.message
  if (response?.kind !== 'resultnotification-response') {
    return `status ${answer.status} with ${response?.kind ?? 'no PAP message'}`
  }
  if (response.result.code !== done) return `code ${response.result.code}`
  return response.pushId === message.pushId ? undefined : `push-id ${response.pushId}`
}
