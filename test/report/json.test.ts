import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { RunReport } from '../../src/run/report-model.ts'
import json from '../../src/report/reporters/json.ts'
import { runReportSchema } from './run-report-schema.ts'
import { greenReport, reportInput, sampleReport } from './sample-run.ts'

const published: unknown = JSON.parse(
  readFileSync(new URL('../../src/report/run-report.schema.json', import.meta.url), 'utf8'),
)

test.each([
  ['every verdict', sampleReport],
  ['a green run', greenReport],
])('the JSON report of %s is what the published schema describes', (_, report: RunReport) => {
  const parsed: unknown = JSON.parse(json.render(reportInput({ report })))
  expect(runReportSchema.parse(parsed)).toEqual(report)
})

test('the published schema is the one the reports are tested with', () => {
  expect(z.toJSONSchema(runReportSchema, { io: 'input' })).toEqual(published)
})

test('the schema refuses a field that nobody described', () => {
  const { success } = runReportSchema.safeParse({ ...sampleReport, colour: 'red' })
  expect(success).toBe(false)
})
