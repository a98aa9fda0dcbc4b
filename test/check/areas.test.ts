import { expect, test } from 'vitest'
import { areaEvents } from '../../src/check/areas.table.ts'
import { collectEvidence } from '../../src/check/collect-evidence.ts'
import { loadChecks } from '../../src/check/judge.ts'
import {
  caseFacts,
  descriptorFetched,
  packageFetched,
  reportPosted,
  traceOf,
} from './trace-builder.ts'

const checks = await loadChecks()
const trace = traceOf([descriptorFetched(), packageFetched(), reportPosted()])
const context = { evidence: collectEvidence(trace), facts: caseFacts() }

test.each(Object.keys(areaEvents))('no check of %s would apply where it is not asked', (area) => {
  const own = checks.filter(({ id }) => id.startsWith(`${area}/`))
  expect(own.length).toBeGreaterThan(0)
  expect(own.filter(({ value }) => value.applies(context)).map(({ id }) => id)).toEqual([])
})
