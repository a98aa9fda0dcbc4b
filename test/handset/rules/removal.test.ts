import { describe, expect, it } from 'vitest'
import { emptyFlash } from '../../../src/handset/flash.ts'
import type { InstalledSuite, QueuedReport, RecordStore } from '../../../src/handset/flash.ts'
import { openHandset } from '../handset-world.ts'
import { otherSuite, plainSuite } from '../plain-suite.ts'

const suite: InstalledSuite = {
  ...plainSuite,
  midlets: [
    ...plainSuite.midlets,
    { name: 'Settings', icon: undefined, className: 'acme.Settings' },
  ],
  deleteNotify: 'http://ota.test/d/1',
  deleteConfirm: 'Your tickets go with it.',
}

const stores: readonly RecordStore[] = [
  { suiteId: suite.id, name: 'tickets', records: [new Uint8Array(3)] },
  { suiteId: suite.id, name: 'scores', records: [] },
]

const owed: QueuedReport = {
  id: 'report.1',
  kind: 'install',
  url: 'http://ota.test/n/1',
  code: 900,
  attempts: 1,
  suiteId: suite.id,
}

const other: InstalledSuite = { ...otherSuite, id: 'suite.2' }
const flash = { ...emptyFlash, suites: [suite, other], stores, reports: [owed], lastId: 2 }

async function remove(answer: 'accept' | 'refuse', change: Partial<InstalledSuite> = {}) {
  const chosen = { ...suite, ...change }
  const world = openHandset({ flash: { ...flash, suites: [chosen, other] } })
  world.handset.powerOn()
  world.handset.send({ type: 'suite.chosen', suite: chosen, for: 'removal' })
  await world.until('prompt.shown')
  await world.send({ type: 'user.answered', prompt: 'delete', answer })
  await world.rest()
  const prompt = world.events.find(({ type }) => type === 'prompt.shown')
  return { ...world, prompt: prompt?.type === 'prompt.shown' ? prompt.text : undefined }
}

describe('the question before a removal', () => {
  it('names all MIDlets and record stores, and asks what the suite wants asked', async () => {
    const { prompt } = await remove('refuse')
    expect(prompt).toBe(
      'Remove Demo 1.0.0 of Acme? 2 MIDlets (Demo, Settings) and 2 record stores (tickets, scores) go. Your tickets go with it.',
    )
  })

  it('is short where there is little to say', async () => {
    const world = openHandset({ flash: { ...flash, suites: [other] } })
    world.handset.powerOn()
    await world.send({ type: 'suite.chosen', suite: other, for: 'removal' })
    expect(world.events.at(-1)).toMatchObject({
      prompt: 'delete',
      text: 'Remove Other 1.0.0 of Acme? 1 MIDlet (Other) and 0 record stores go.',
    })
  })
})

describe('a removal', () => {
  it('takes the suite, its records and its unsent install report, and owes a deletion report', async () => {
    const { storage, sent } = await remove('accept')
    expect(storage.read()).toEqual({
      ...emptyFlash,
      suites: [other],
      stores: [],
      reports: [
        {
          ...owed,
          id: 'report.3',
          kind: 'delete',
          code: 912,
          url: suite.deleteNotify,
          attempts: 0,
          suiteId: undefined,
        },
      ],
      lastId: 3,
    })
    expect(sent()).toEqual([])
  })

  it('owes nothing where the suite names no place for it', async () => {
    const { storage } = await remove('accept', { deleteNotify: undefined })
    expect(storage.read().reports).toEqual([])
  })

  it('that the user refuses, changes nothing', async () => {
    const { storage, told } = await remove('refuse')
    expect(storage.read()).toEqual(flash)
    expect(told()).not.toContain('suite.removed')
  })

  it('is told with the records that went', async () => {
    const { events } = await remove('accept')
    expect(events.filter(({ actor }) => actor === 'flash').map(({ type }) => type)).toEqual([
      'records.dropped',
      'suite.removed',
      'report.queued',
    ])
  })
})
