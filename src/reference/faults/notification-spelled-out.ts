import { notificationType } from '../../wire/push/management-notification.ts'
import { mediaTypeOf } from '../../wire/wsp/content-type.ts'
import { field } from '../../wire/wsp/headers.ts'
import { defineFault } from '../fault.ts'
import { alterPush } from '../push/alter-message.ts'

const application = 'x-wap-application:syncml.dm'

export default defineFault({
  breaks: ['push/notification-head', 'push/content-type-as-number', 'push/application-as-number'],
  title: 'spells out the type and the application of alerts for the management client',
  pushing: alterPush((push) =>
    mediaTypeOf(push.contentType) === notificationType
      ? {
          ...push,
          contentType: {
            ...push.contentType,
            media: { kind: 'text', text: notificationType },
          },
          headers: [field('X-Wap-Application-Id', { kind: 'text', text: application })],
        }
      : push,
  ),
})
