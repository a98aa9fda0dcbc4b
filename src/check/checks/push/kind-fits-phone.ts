import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import type { PushedMessage } from '../../pushed-messages.ts'
import { ownOfAnyKind } from '../../scripted-pushes.ts'

/** Messages with a link whose kind the target chose. */
const offers = (context: CheckContext) =>
  ownOfAnyKind(context, 'si', 'sl', 'text', 'link').filter(({ links }) => links.length > 0)

export default defineCheck({
  row: 'N02',
  level: 'field',
  clause: 'PUSH-KIND',
  title: 'A phone gets the kind of message that an installation can begin with on it',
  applies: (context) => offers(context).length > 0,
  absent: 'no message with a link was sent whose kind the target chose',
  *judge(context) {
    for (const message of offers(context)) yield judgeKind(message, context)
  },
  explain: `On Java phones the link in a text opens a browser at best, and often nothing, while a WAP push leads straight to the installation. Windows Mobile drops WAP push, and Symbian phones then use their WAP access point, whose gateway does not carry the package: they need a text. Keep the platform beside the number, and choose by it.`,
})

function judgeKind(message: PushedMessage, { facts }: CheckContext) {
  const { platform } = facts.profile
  const isText = message.reading.kind === 'text'
  if (platform !== 'midp') {
    return isText
      ? pass(message, `a text for ${platform}`)
      : fail(message, { actual: `a WAP push for ${platform}`, expected: 'a text with the link' })
  }
  return isText
    ? fail(message, { actual: 'a text with a link for a Java phone', expected: 'a WAP push' })
    : pass(message, 'a WAP push for a Java phone')
}
