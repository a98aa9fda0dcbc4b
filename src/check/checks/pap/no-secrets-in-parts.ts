import { defineCheck, fail, pass } from '../../check.ts'
import type { CheckContext } from '../../check.ts'
import { papPosts } from '../../pap-exchanges.ts'

/** What belongs to the connection between server and gateway, and not to the phone. */
const privateNames: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'user-agent',
])

export default defineCheck({
  row: 'W37',
  level: 'should',
  clause: 'PAP-NO-SECRETS',
  title: 'What goes on to the phone holds no credentials of the server',
  applies: (context) => withParts(context).length > 0,
  absent: 'no push with parts was posted to the push proxy gateway',
  *judge(context) {
    for (const post of withParts(context)) {
      const found = post.parts
        .flatMap(({ headers }) => headers)
        .find(([name]) => privateNames.has(name.toLowerCase()))
      if (found === undefined) yield pass(post, 'the parts had headers of a push only')
      else {
        yield fail(post, {
          actual: `${found[0]} in a part of the push`,
          expected: 'credentials in the request alone',
        })
      }
    }
  },
  explain: `Headers of the content part become headers of the push and go through the air to the phone; Kannel passes on even those of the request itself. An Authorization there gives every phone the account of the server. Authenticate in the request or by TLS, and give the part its type and its application id only.`,
})

function withParts({ evidence }: CheckContext) {
  return papPosts(evidence).filter(({ parts }) => parts.length > 0)
}
