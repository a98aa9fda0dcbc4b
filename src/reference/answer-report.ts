/**
 * POST of a status report: 200 and nothing more for every code and every visit, known or not (OTA2 Status reports). The
 * code is read from the first three digits, behind blanks if there are any; the text behind it differs from device to device.
 */
import type { Answered, Desk } from './desk.ts'
import type { FaultContext } from './fault.ts'
import type { ReportKind } from './ledger.ts'
import { cacheControl, respond, say } from './respond.ts'

/** Longest report that is read, in octets. */
const reportBytesMax = 4096

/** What the ledger keeps of the name of a visit it does not know. */
const visitCharactersMax = 64

export function answerReport(
  desk: Desk,
  report: { readonly kind: ReportKind; readonly visit: string },
  context: FaultContext,
): Answered {
  const visited = {
    ...context,
    visit: desk.visits.find(report.visit),
    deliveries: desk.deliveries.of(report.visit),
  }
  if (context.body.length > reportBytesMax) {
    return {
      response: say(413, `A report has at most ${reportBytesMax} octets.`),
      context: visited,
    }
  }
  const code = readCode(context.body)
  if (code === undefined) {
    const response = say(400, 'A status report starts with a code of three digits.')
    return { response, context: visited }
  }
  const name = report.visit.slice(0, visitCharactersMax)
  const entry = desk.ledger.record({ kind: report.kind, visit: name, code }, context.now)
  return { response: respond(200, [cacheControl]), context: { ...visited, report: entry } }
}

function readCode(body: Uint8Array): number | undefined {
  const start = new TextDecoder('latin1').decode(body.subarray(0, 12))
  const [, digits] = /^\s{0,8}([0-9]{3})(?![0-9])/.exec(start) ?? []
  return digits === undefined ? undefined : Number(digits)
}
