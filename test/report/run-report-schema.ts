/** The published model of a run as a schema; `src/report/run-report.schema.json` is made from it. */
import { z } from 'zod'
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
  traceHash: sha256.describe('SHA-256 over the trace hashes of all cases in order'),
  virtualMs: z.number().nonnegative(),
  measured: z
    .strictObject({ ms: z.number().nonnegative() })
    .describe('real time; not part of any hash'),
}) satisfies z.ZodType<RunReport>
