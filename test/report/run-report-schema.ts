/** The published model of a run as a schema; `src/report/run-report.schema.json` is made from it. */
import { z } from 'zod'
import { discardRules } from '../../src/trace/message-events.ts'
import { nativeEnds } from '../../src/trace/native-ends.table.ts'
import { RUN_REPORT_FORMAT, type RunReport } from '../../src/run/report-model.ts'

const level = z.enum(['must', 'must-if', 'should', 'may', 'field'])
const verdict = z
  .enum(['pass', 'fail', 'inconclusive', 'not-applicable', 'review', 'error'])
  .describe(
    'fail: the target is at fault. error: a defect of ota-handset; never counts against the target.',
  )
const outcome = z.enum(['installed', 'refused', 'cancelled', 'dead-end'])
const seq = z.int().nonnegative()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const finding = z.strictObject({
  check: z.string(),
  row: z.string().exactOptional(),
  level,
  clause: z.string(),
  title: z.string(),
  verdict,
  at: seq.exactOptional().describe('seq of the trace event that proves it'),
  reason: z.string(),
  actual: z.string().exactOptional(),
  expected: z.string().exactOptional(),
  cause: seq.exactOptional().describe('seq of a second event that one has to see to believe it'),
  expectation: z.enum(['none', 'xfail', 'xpass']).describe('against the baseline'),
})

const message = z.strictObject({
  message: z.string().describe('its id in the network'),
  bearer: z.string(),
  sender: z.string().describe('who handed it in: system id, user or address'),
  from: z.string(),
  to: z.string(),
  state: z.string().describe('waiting, or how it ended'),
  decoded: z.string().exactOptional().describe('what the phone read in it, once it was whole'),
  fate: z.array(z.string()).readonly().describe('what the air and the phone did with it, and why'),
})

const platform = z.string().describe('midp, symbian, windows-mobile')
const family = z
  .enum(['java', 'symbian-8', 'symbian-9', 'pocket-pc-2003', 'pocket-pc', 'smartphone'])
  .describe('kinds of phones that servers tell apart: Symbian OS up to 8, and since 9')
const way = z
  .enum(['link', 'page', 'text', 'si', 'sl'])
  .describe('how a link came: the user had it, a page led on, or a message brought it')
const end = z
  .enum(['installed', 'refused', 'cancelled', 'dead-end', 'dropped', 'unfinished'])
  .describe('dropped: the phone let go of the message')

const attempt = z.strictObject({
  by: way,
  outcome: end,
  at: seq.describe('seq of the event that ended it'),
  reason: z.string().exactOptional().describe('why it did not end in an installation'),
  rule: z.enum(discardRules).exactOptional().describe('of a message that was dropped'),
  report: z.int().exactOptional().describe('code of the status report that was owed for it'),
})

const matrixCell = z.strictObject({
  platform,
  family,
  by: way,
  ends: z.partialRecord(end, z.int().positive()).readonly().describe('how many links'),
})

const platformRule = z.strictObject({
  rule: z.string(),
  title: z.string(),
  source: z.string().describe('who says so'),
  shown: seq.describe('links that show it'),
  broken: seq.describe('links of which it was not true'),
  evidence: z
    .strictObject({
      case: z.string(),
      by: way,
      outcome: end,
      at: seq,
      reason: z.string().exactOptional(),
    })
    .exactOptional()
    .describe('the first link of which it was not true, or else the first that shows it'),
})

const caseReport = z.strictObject({
  id: z.string().describe('scenario @ profile, stable between runs'),
  scenario: z.string(),
  title: z.string(),
  profile: z.string(),
  link: z.string(),
  verdict,
  reason: z.string().exactOptional(),
  outcome: z
    .strictObject({
      kind: outcome,
      code: z.int().exactOptional(),
      native: z.enum(nativeEnds).exactOptional(),
      reason: z.string(),
    })
    .exactOptional(),
  expected: z.strictObject({
    outcome: outcome.exactOptional(),
    report: z.int().exactOptional(),
    native: z.enum(nativeEnds).exactOptional(),
    domain: z.string().exactOptional(),
  }),
  expectationMet: z.boolean(),
  findings: z.array(finding).readonly(),
  phone: z
    .strictObject({
      platform,
      family,
      wore: z
        .array(z.string())
        .readonly()
        .exactOptional()
        .describe('quirks that the scenario had it wear'),
    })
    .exactOptional()
    .describe('what it was played on'),
  attempts: z
    .array(attempt)
    .readonly()
    .exactOptional()
    .describe('what came of each link, and of each message that was dropped'),
  messages: z.array(message).readonly().exactOptional(),
  trace: z.string().exactOptional().describe('path of the trace, relative to the report'),
  traceHash: sha256.exactOptional(),
  events: seq,
  virtualMs: z.number().nonnegative(),
  error: z
    .strictObject({ code: z.string(), message: z.string(), hint: z.string().exactOptional() })
    .exactOptional(),
})

const checkReport = z.strictObject({
  check: z.string(),
  row: z.string().exactOptional(),
  level,
  clause: z.string(),
  title: z.string(),
  verdict,
  exercised: seq.describe('cases in which it judged something'),
  failed: seq,
  reason: z.string().exactOptional(),
})

export const runReportSchema = z.strictObject({
  format: z.literal(RUN_REPORT_FORMAT),
  tool: z.strictObject({ name: z.literal('ota-handset'), version: z.string() }),
  target: z.strictObject({
    name: z.string(),
    hosts: z.array(z.string()).readonly(),
    embedded: z.boolean(),
  }),
  seed: z.int().nonnegative(),
  clock: z.enum(['virtual', 'wall']),
  startsAt: z.iso.datetime(),
  verdict,
  unreachable: z.boolean(),
  stopped: z
    .strictObject({
      why: z.enum(['unreachable', 'patience', 'interrupted']),
      detail: z.string(),
    })
    .exactOptional()
    .describe('what ended the run before all cases were played'),
  exercised: seq,
  cases: z.array(caseReport).readonly(),
  checks: z.array(checkReport).readonly(),
  matrix: z
    .array(matrixCell)
    .readonly()
    .exactOptional()
    .describe('platform by bearer by outcome; the sum over all attempts'),
  platformRules: z
    .array(platformRule)
    .readonly()
    .exactOptional()
    .describe('what documents say of the platforms that were played, and where the run shows it'),
  traceHash: sha256.describe('SHA-256 over the trace hashes of all cases in order'),
  virtualMs: z.number().nonnegative(),
  measured: z
    .strictObject({ ms: z.number().nonnegative() })
    .describe('real time; not part of any hash'),
}) satisfies z.ZodType<RunReport>
