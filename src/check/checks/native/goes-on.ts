import type { Exchange } from '../../../trace/events.ts'
import { escapeText } from '../../../wire/escape.ts'
import { headerValue, parseContentRange } from '../../../wire/http-fields.ts'
import type { CheckContext, Judgement } from '../../check.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { packageAnswers } from '../../native-links.ts'
import type { Asked } from '../../native-links.ts'

interface Resumed {
  /** The transfer that broke off. */
  readonly cut: Exchange
  readonly rest: Asked
  /** First octet that is missing. */
  readonly from: number
}

function resumed(context: CheckContext): readonly Resumed[] {
  // Those that coverage broke off among them.
  const before = context.evidence
    .all('http.exchanged')
    .filter(({ purpose, probe }) => purpose === 'package' && probe === undefined)
  return packageAnswers(context, 'GET').flatMap((rest) => {
    // A redirect, a busy server or one that no longer has it says nothing of parts.
    if (![200, 206, 412, 416].includes(rest.response.status)) return []
    const [, from] =
      /^bytes=(\d{1,15})-$/.exec(headerValue(rest.request.headers, 'Range') ?? '') ?? []
    const cut = before.findLast(
      ({ seq, failure, response }) =>
        seq < rest.seq && failure !== undefined && response !== undefined,
    )
    return from === undefined || cut === undefined ? [] : [{ cut, rest, from: Number(from) }]
  })
}

export default defineCheck({
  row: 'N56',
  level: 'must-if',
  clause: 'NATIVE-GOES-ON',
  title: 'A download that broke off goes on with the octets that are missing, or begins anew',
  applies: (context) => resumed(context).length > 0,
  absent: 'no phone had a download go on that broke off',
  *judge(context) {
    for (const one of resumed(context)) yield judgeRest(context, one)
  },
  explain: `S60 asks for the rest of a package and puts what comes with 206 behind what it has, without another look: octets from elsewhere, or of another version, make a package that its installer calls corrupted. To 412 and 416 it throws away what it has and fetches everything again, which is right where the package has changed and is paid for twice where it has not. Send the rest of the same version with 206; of another version the whole with 200, or 412.`,
})

function judgeRest(context: CheckContext, { cut, rest, from }: Resumed): Judgement {
  const { status, headers } = rest.response
  const name = nameOf(cut)
  if (status === 200) return pass(rest, 'the whole package, from the beginning')
  if (status !== 206) {
    const again = packageAnswers(context, 'GET').find(({ seq }) => seq > rest.seq)
    return name !== undefined && again?.response.status === 200 && nameOf(again) === name
      ? fail(rest, { actual: `status ${status} for the rest of it`, expected: '206', cause: again })
      : pass(rest, `status ${status}: it has changed, and the phone begins anew`)
  }
  const field = headerValue(headers, 'Content-Range')
  const range = field === undefined ? undefined : parseContentRange(field)
  if (range?.start !== from) {
    const actual =
      field === undefined ? 'no Content-Range' : `Content-Range "${escapeText(field, 60)}"`
    return fail(rest, { actual, expected: `octets from ${from} on`, cause: cut })
  }
  if (name !== undefined && nameOf(rest) !== name) {
    const actual = `a part of ${escapeText(nameOf(rest) ?? 'no version', 60)}`
    return fail(rest, { actual, expected: `a part of ${escapeText(name, 60)}`, cause: cut })
  }
  return pass(rest, `the octets from ${from} on`)
}

/** As the server tells versions apart. */
function nameOf({ response }: Exchange): string | undefined {
  const headers = response?.headers ?? []
  return headerValue(headers, 'ETag') ?? headerValue(headers, 'Last-Modified')
}
