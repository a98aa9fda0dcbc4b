/** Packages that were asked for again to see how the target answers: parts, conditions, other programs. */
import type { Exchange, RecordedResponse } from '../trace/events.ts'
import { escapeText } from '../wire/escape.ts'
import { headerValue } from '../wire/http-fields.ts'
import type { CheckContext } from './check.ts'
import { fail } from './check.ts'
import type { Judgement } from './check.ts'
import { isNativePhone, isPublishedBetween } from './native-links.ts'

export interface PackageProbe {
  readonly probe: Exchange
  /** None: the target did not answer. */
  readonly response: RecordedResponse | undefined
  /** The package as it came whole from the same URL before, and it is still what is offered there. */
  readonly whole: Exchange & { readonly response: RecordedResponse }
}

/** What was asked for again on a native phone, each beside the last whole package of its URL. */
export function packageProbes(context: CheckContext): readonly PackageProbe[] {
  if (!isNativePhone(context)) return []
  const asked = context.evidence.exchanges('package')
  const probes = asked.filter(({ probe }) => probe === 'package-again')
  return probes.flatMap((probe) => {
    const whole = asked.findLast(
      (one): one is PackageProbe['whole'] =>
        one.seq < probe.seq &&
        one.request.url === probe.request.url &&
        one.request.method === 'GET' &&
        one.probe === undefined &&
        one.failure === undefined &&
        one.response?.status === 200,
    )
    if (whole === undefined) return []
    const isPublished = isPublishedBetween(context, whole, probe)
    const isSpent = probes.some((one) => one.seq <= probe.seq && isRefusedAgain(one, whole))
    const response = probe.failure === undefined ? probe.response : undefined
    return isPublished || isSpent ? [] : [{ probe, response, whole }]
  })
}

/** The same request as before was refused: that a package is given once only is for others to say. */
function isRefusedAgain({ request, response }: Exchange, whole: Exchange): boolean {
  const isSame =
    request.url === whole.request.url &&
    request.method === whole.request.method &&
    JSON.stringify(unconditional(request)) === JSON.stringify(unconditional(whole.request))
  return isSame && response?.status !== 200
}

/** Without what the phone had the answer depend on. */
function unconditional({ headers }: Exchange['request']): Exchange['request']['headers'] {
  return headers.filter(([name]) => !/^if-/i.test(name))
}

/** Asked for by the same name. */
export function isNamedAsBefore(one: PackageProbe): boolean {
  return asks(one, 'User-Agent') === headerValue(one.whole.request.headers, 'User-Agent')
}

export function asks({ probe }: PackageProbe, name: string): string | undefined {
  return headerValue(probe.request.headers, name)
}

/** `first-last` that was asked for, as far as the package has it; none: nothing that it has, or no single range. */
export function partAsked(
  one: PackageProbe,
): { readonly start: number; readonly end: number } | undefined {
  const [, first = '', last = ''] =
    /^bytes=(\d{1,15})-(\d{0,15})$/.exec(asks(one, 'Range') ?? '') ?? []
  const { length } = one.whole.response.body
  if (first === '' || Number(first) >= length) return undefined
  return {
    start: Number(first),
    end: last === '' ? length - 1 : Math.min(Number(last), length - 1),
  }
}

/** `status 404`, or that nothing came. */
export function answerOf({ probe, response }: PackageProbe): string {
  if (response !== undefined) return `status ${response.status}`
  return `no answer (${escapeText(probe.failure?.detail ?? 'nothing came', 100)})`
}

export function isWholeAgain({ response, whole }: PackageProbe): boolean {
  return response?.status === 200 && Buffer.compare(response.body, whole.response.body) === 0
}

/** It was not answered as the package was before. */
export function refused(one: PackageProbe, manner: string, expected = 'the package'): Judgement {
  return fail(one.probe, { actual: `${answerOf(one)} ${manner}`, expected, cause: one.whole })
}
