import type { Exchange, TransferPace } from '../../../trace/events.ts'
import { headerValue } from '../../../wire/http-fields.ts'
import { defineCheck, fail, inconclusive, pass } from '../../check.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { isGiven, refusalOf } from '../../package-fetches.ts'

type Slow = Exchange & { readonly pace: TransferPace }

function slowTransfers({ evidence }: CheckContext): readonly Slow[] {
  return evidence
    .exchanges('package')
    .filter((one): one is Slow => one.pace !== undefined && one.request.method === 'GET')
}

export default defineCheck({
  row: 'N46',
  level: 'should',
  clause: 'NATIVE-SLOW-READER',
  title: 'A phone on a slow network is not cut off before it has the package',
  applies: (context) => slowTransfers(context).length > 0,
  absent: 'no package was fetched over a slow network',
  *judge(context) {
    for (const slow of slowTransfers(context)) {
      const judgement = isGiven(slow) ? judgeWhole(slow) : judgeBroken(context, slow)
      if (judgement !== undefined) yield judgement
    }
  },
  explain: `A phone on GPRS takes 2 to 10 KB a second, so a client of 1 MB is on its way for two to nine minutes. A server that gives each answer a minute (a write time-out of the program, a limit of the proxy before it) cuts such a phone off at a different octet each time, and the user pays for every attempt. Set time-outs on silence, not on the whole answer, and longer than the size of the largest package divided by 2 KB a second where they must be on the whole.`,
})

function judgeWhole(slow: Slow & { readonly response: { readonly body: Uint8Array } }): Judgement {
  const { aheadBytesMax, bytesPerSecond } = slow.pace
  const bytes = slow.response.body.length
  if (aheadBytesMax === undefined) return inconclusive(slow, unfelt)
  const came = `${bytes} octets at ${bytesPerSecond} a second, whole after ${secondsOf(slow)} s`
  return bytes > aheadBytesMax
    ? pass(slow, came)
    : inconclusive(
        slow,
        `${came}; but buffers on the way may hold ${aheadBytesMax}, so the target may have been rid of them at once: whether it waits for a slow phone shows with a larger package, or over a network`,
      )
}

const unfelt =
  'the phone was slow by its own clock alone, and the target sent at once: play it with --clock wall'

function judgeBroken({ evidence }: CheckContext, slow: Slow): Judgement | undefined {
  const { pace, response, failure } = slow
  if (failure?.cause === 'limit') {
    return inconclusive(
      slow,
      `the target had not cut the phone off when that stopped: ${failure.detail}`,
    )
  }
  const refusal = refusalOf(slow)
  if (refusal === undefined || failure === undefined) return undefined
  const before = evidence
    .exchanges('package')
    .findLast(
      (one) =>
        one.seq < slow.seq && one.request.url === slow.request.url && one.request.method === 'GET',
    )
  if (pace.aheadBytesMax === undefined || (before !== undefined && !isGiven(before))) {
    return inconclusive(slow, `it broke off, but not because it was slow: ${refusal}`)
  }
  const stated = response && headerValue(response.headers, 'Content-Length')
  return fail(slow, {
    actual: `end after ${response?.body.length ?? 0} octets and ${secondsOf(slow)} s at ${pace.bytesPerSecond} octets a second`,
    expected: stated === undefined ? 'the whole package' : `all ${stated} octets`,
    ...(before && { cause: before }),
  })
}

function secondsOf({ at, startedAt }: Slow): string {
  return String(Math.round((at - startedAt) / 1000))
}
