import { defineCheck, fail, pass } from '../../check.ts'

/** One object over WSP with segmentation and reassembly, at the least. */
const smallestGatewayBytes = 30 * 1024
/** What operators let through behind a WAP access point, at the least. */
const strictOperatorBytes = 300 * 1024

export default defineCheck({
  row: 'N48',
  level: 'may',
  clause: 'NATIVE-GATEWAY-SIZE',
  title: 'A native package has at most 300 KB, so that WAP gateways hand it on',
  applies: ({ evidence }) => evidence.nativePackages.length > 0,
  absent: 'no native package was sent',
  *judge({ evidence }) {
    for (const found of evidence.nativePackages) {
      const bytes = found.octets.length
      if (bytes > strictOperatorBytes) {
        yield fail(found, {
          actual: `package of ${bytes} octets`,
          expected: `at most ${strictOperatorBytes} behind a WAP gateway`,
        })
      } else if (bytes > smallestGatewayBytes) {
        const reason = `${bytes} octets, more than the ${smallestGatewayBytes} that the smallest gateways hand on`
        yield pass(found, reason)
      } else yield pass(found, `${bytes} octets`)
    }
  },
  explain: `Behind a WAP access point a gateway stands between phone and server: it ends a body at a limit of its own, or puts its error page in its place, and the server sees the connection close after the same number of octets each time. The figures are assumed, since operators did not publish theirs. Send the link as a text message, which Symbian and Windows Mobile open by the Internet access point, or give the client out in smaller packages.`,
})
