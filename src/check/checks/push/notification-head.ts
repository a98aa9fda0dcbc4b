import { encodeUdh } from '../../../wire/sms/udh.ts'
import { applicationIdOf } from '../../../wire/wsp/push-headers.ts'
import { notificationType } from '../../../wire/push/management-notification.ts'
import { headerName } from '../../../wire/wsp/headers.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { ownWsp } from '../../scripted-pushes.ts'

const headOctetsMax = 48
const managementClientId = 7

const notifications = (context: CheckContext) =>
  ownWsp(context, 'contentType', 'application').flatMap((message) => {
    const { push, mediaType } = message.reading
    return push === undefined || mediaType !== notificationType ? [] : [{ message, push }]
  })

type Notification = ReturnType<typeof notifications>[number]

export default defineCheck({
  row: 'W16',
  level: 'must',
  clause: 'DM-NOTIFICATION-HEAD',
  title:
    'An alert for the management client has a head of at most 48 octets, type and application first',
  applies: (context) => notifications(context).length > 0,
  absent: 'no alert for a management client was sent whose WSP the target wrote',
  *judge(context) {
    for (const notification of notifications(context)) {
      const wrong = wrongIn(notification)
      yield wrong === undefined
        ? pass(notification.message, `${headOctetsOf(notification)} octets before the alert`)
        : fail(notification.message, wrong)
    }
  },
  explain: `The alert that asks a phone to call its management server has to fit one message with its digest and the id of the server, so the heads of WDP and WSP in front of it have 48 octets at most. Management clients look for the number C4 at once, then for AF 87, and some compare these octets as they are. Send type and application as numbers in this order, and nothing of the gateway's own.`,
})

function wrongIn(notification: Notification) {
  const { media } = notification.push.contentType
  if (media.kind !== 'code') {
    return { actual: 'a content type as text', expected: 'the number 0x44' }
  }
  const { headers } = notification.push
  const [first] = headers
  const { id, form } = applicationIdOf(headers)
  if (first === undefined || headerName(first.name) !== 'X-Wap-Application-Id') {
    const actual = first === undefined ? 'no application' : `${headerName(first.name)} before it`
    return { actual, expected: 'X-Wap-Application-Id directly behind the content type' }
  }
  if (id !== managementClientId || form !== 'integer') {
    return { actual: `application ${id ?? 'of its own'} as ${form}`, expected: 'the number 7' }
  }
  const octets = headOctetsOf(notification)
  return octets > headOctetsMax
    ? { actual: `a head of ${octets} octets`, expected: `at most ${headOctetsMax}` }
    : undefined
}

/** WDP is the header of the first segment. */
function headOctetsOf({ message, push }: Notification): number {
  const [first] = message.parts
  const elements = first?.elements ?? []
  return push.bodyOffset + (elements.length === 0 ? 0 : encodeUdh(elements).length)
}
