import { expect, it } from 'vitest'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { QueuedReport } from '../../src/handset/flash.ts'
import { openHandset } from './handset-world.ts'

const first: QueuedReport = {
  id: 'report.1',
  kind: 'install',
  url: 'http://ota.test/n/1',
  code: 900,
  attempts: 0,
  suiteId: 'suite.1',
}

const removed: QueuedReport = {
  ...first,
  id: 'report.2',
  url: 'http://ota.test/n/2',
  suiteId: 'suite.2',
}

it('sends no install report of a suite that was removed while another report was under way', async () => {
  const world = openHandset({ flash: { ...emptyFlash, reports: [first, removed], lastId: 2 } })
  world.handset.powerOn()
  await world.send({ type: 'reports.wanted', trigger: { kind: 'report queued' } })
  world.storage.commit({ kind: 'suite removed', suiteId: 'suite.2', report: undefined })
  await world.rest()
  expect(world.sent()).toEqual(['POST /n/1 900'])
})
