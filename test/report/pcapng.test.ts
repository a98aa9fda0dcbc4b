import { expect, test } from 'vitest'
import pcapng from '../../src/report/reporters/pcapng.ts'
import { readPcapng } from '../trace/pcapng/read-pcapng.ts'
import { reportInput } from './sample-run.ts'

test('the capture holds an interface for every case that was played', () => {
  const { blockTypes } = readPcapng(pcapng.render(reportInput()))
  expect(blockTypes.filter((type) => type === 1).length).toBe(reportInput().traces.size)
})
