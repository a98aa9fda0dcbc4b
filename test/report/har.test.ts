import { expect, test } from 'vitest'
import har from '../../src/report/reporters/har.ts'
import { reportInput } from './sample-run.ts'

test('the HAR report holds every exchange of every case', () => {
  const parsed: {
    readonly log: { readonly version: string; readonly entries: readonly unknown[] }
  } = JSON.parse(har.render(reportInput()))
  expect([parsed.log.version, parsed.log.entries.length]).toEqual(['1.2', 4])
})
