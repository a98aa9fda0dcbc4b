import { describe, expect, it } from 'vitest'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { QueuedReport } from '../../src/handset/flash.ts'
import { accept, link, openHandset, serve } from './handset-world.ts'
import { otherSuite as suite } from './plain-suite.ts'
import { good } from './rules/package-maker.ts'

const open = { type: 'link.opened', url: link } as const

const waiting: QueuedReport = {
  id: 'report.2',
  kind: 'install',
  url: 'http://ota.test/n/0',
  code: 900,
  attempts: 1,
  suiteId: 'suite.1',
}

const deletion: QueuedReport = { ...waiting, id: 'report.3', kind: 'delete', code: 912 }
const anotherDeletion: QueuedReport = { ...deletion, id: 'report.4', url: 'http://ota.test/d/0' }

async function installOn(world: ReturnType<typeof openHandset>): Promise<void> {
  world.handset.send(open)
  await world.until('prompt.shown')
  await world.send(accept)
}

describe('a handset', () => {
  it('installs what a link offers and reports it', async () => {
    const world = openHandset()
    world.handset.powerOn()
    await installOn(world)
    await world.rest()
    expect(world.sent()).toEqual(['GET /suites/demo.jad', 'GET /suites/demo.jar', 'POST /n/1 900'])
    expect(world.storage.read()).toMatchObject({
      suites: [{ id: 'suite.1', bytes: good.length, subject: { name: 'Demo' } }],
      reports: [],
    })
    expect(world.faults).toEqual([])
  })

  it('does nothing without power', async () => {
    const world = openHandset()
    world.handset.send(open)
    await world.rest()
    expect(world.handset.isOn()).toBe(false)
    expect(world.told()).toEqual([])
    world.handset.powerOff()
    expect(world.told()).toEqual([])
  })

  it('is switched on once', () => {
    const world = openHandset()
    world.handset.powerOn()
    world.handset.powerOn()
    expect(world.told()).toEqual(['power.changed'])
    expect(world.handset.isOn()).toBe(true)
  })

  it('is busy until the user is free again', async () => {
    const world = openHandset()
    world.handset.powerOn()
    expect(world.handset.isBusy()).toBe(false)
    await installOn(world)
    expect(world.handset.isBusy()).toBe(true)
    await world.rest()
    expect(world.handset.isBusy()).toBe(false)
  })

  it('opens one link at a time', async () => {
    const world = openHandset()
    world.handset.powerOn()
    world.handset.send(open)
    world.handset.send({ ...open, url: 'http://ota.test/second.jad' })
    await world.until('prompt.shown')
    expect(world.sent()).toEqual(['GET /suites/demo.jad'])
  })
})

describe('a battery that is taken out', () => {
  it('loses a download, and leaves suites and reports as they were', async () => {
    const before = { ...emptyFlash, suites: [suite], reports: [waiting], lastId: 2 }
    const world = openHandset({ flash: before })
    world.handset.powerOn()
    await installOn(world)
    await world.drive.advance(700)
    world.handset.powerOff()
    await world.rest()
    expect(world.storage.read()).toEqual(before)
    expect(world.sent()).toEqual(['GET /suites/demo.jad', 'GET /suites/demo.jar'])
    expect(world.told().slice(-2)).toEqual(['power.changed', 'http.exchanged'])
    expect(world.events.at(-1)).toMatchObject({ failure: { cause: 'cancelled' } })
  })

  it('loses the question that stood', async () => {
    const world = openHandset()
    world.handset.powerOn()
    world.handset.send(open)
    await world.until('prompt.shown')
    world.handset.powerOff()
    world.handset.powerOn()
    await world.send(accept)
    await world.rest()
    expect(world.sent()).toEqual(['GET /suites/demo.jad'])
    expect(world.handset.isBusy()).toBe(false)
    expect(world.faults).toEqual([])
  })

  it('keeps a suite and the report of it that was under way', async () => {
    const world = openHandset({
      answer: (request) => (request.method === 'POST' ? { status: 500 } : serve(request)),
    })
    world.handset.powerOn()
    await installOn(world)
    await world.until('install.settled')
    world.handset.powerOff()
    await world.rest()
    const flash = world.storage.read()
    expect(flash).toMatchObject({
      suites: [{ id: 'suite.1' }],
      reports: [{ code: 900, attempts: 1, suiteId: 'suite.1' }],
    })
    const again = openHandset({ flash })
    again.handset.powerOn()
    await again.rest()
    expect(again.sent()).toEqual([])
    const [installed] = flash.suites
    if (installed === undefined) throw new TypeError('nothing was installed')
    again.handset.send({ type: 'suite.chosen', suite: installed, for: 'launch' })
    await again.rest()
    expect(again.sent()).toEqual(['POST /n/1 900'])
    expect(again.events.at(-1)).toMatchObject({ type: 'report.delivered', attempts: 2 })
    expect(again.storage.read().reports).toEqual([])
  })

  it('does not set the count of attempts back', async () => {
    const world = openHandset({
      flash: {
        ...emptyFlash,
        suites: [suite],
        reports: [{ ...waiting, attempts: 4 }],
        lastId: 2,
      },
      answer: () => ({ status: 500 }),
    })
    world.handset.powerOn()
    world.handset.send({ type: 'suite.chosen', suite, for: 'launch' })
    await world.rest()
    expect(world.events.at(-1)).toMatchObject({ type: 'report.abandoned', attempts: 5 })
    expect(world.storage.read().reports).toEqual([])
  })
})

describe('reports of deletions', () => {
  const flash = { ...emptyFlash, reports: [deletion, anotherDeletion], lastId: 4 }

  it('go before the package of the next installation', async () => {
    const world = openHandset({ flash })
    world.handset.powerOn()
    await installOn(world)
    await world.rest()
    expect(world.sent()).toEqual([
      'GET /suites/demo.jad',
      'POST /n/0 912',
      'POST /d/0 912',
      'GET /suites/demo.jar',
      'POST /n/1 900',
    ])
  })

  it('do not stop an installation when nobody takes them', async () => {
    const world = openHandset({
      flash,
      answer: (request) =>
        request.method === 'POST'
          ? { failure: { cause: 'refused', detail: 'nobody there' } }
          : serve(request),
    })
    world.handset.powerOn()
    await installOn(world)
    await world.rest()
    expect(world.told()).toContain('suite.installed')
    expect(world.storage.read().reports).toMatchObject([
      // Tried as the installation began, and again with its report.
      { code: 912, attempts: 3 },
      { code: 912, attempts: 3 },
      { code: 900, attempts: 1 },
    ])
  })

  it('do not hold up an installation that goes on without coverage', async () => {
    const world = openHandset({ flash })
    world.handset.powerOn()
    await installOn(world)
    world.handset.setCoverage(false)
    await world.rest()
    expect(world.events.findLast(({ type }) => type === 'install.settled')).toMatchObject({
      outcome: 'refused',
      code: 903,
    })
    world.handset.setCoverage(true)
    await world.rest()
    expect(world.storage.read().reports).toEqual([])
  })

  it('that rest for want of coverage do not hold up an answer to the question', async () => {
    const world = openHandset({
      flash: {
        ...flash,
        reports: [...flash.reports, { ...waiting, kind: 'delete', id: 'report.5' }],
      },
    })
    world.handset.powerOn()
    world.handset.send({ type: 'reports.wanted', trigger: { kind: 'install begins' } })
    world.handset.send(open)
    await world.until('prompt.shown')
    expect(world.sent()).toEqual(['POST /n/0 912', 'GET /suites/demo.jad', 'POST /d/0 912'])
    world.handset.setCoverage(false)
    await world.rest()
    await world.send(accept)
    await world.rest()
    expect(world.events.findLast(({ type }) => type === 'install.settled')).toMatchObject({
      outcome: 'refused',
      code: 903,
    })
  })
})

describe('a defect of ours', () => {
  const defect = new RangeError('a defect of ours')
  const broken = () => {
    throw defect
  }

  it.each([
    [
      'the examination of the descriptor',
      { descriptorOrder: [{ name: 'broken', examine: broken }] },
    ],
    ['the verification of the package', { packageOrder: [{ name: 'broken', examine: broken }] }],
    ['the choice of headers', { requestStyle: broken }],
    ['a guard', { nextMove: broken }],
    ['the wording of a report', { reportMessage: broken }],
    ['the choice of reports', { dueReports: broken }],
  ])('in %s is told once, and the handset stops', async (_, behaviour) => {
    const world = openHandset({ behaviour })
    world.handset.powerOn()
    world.handset.send(open)
    await world.drive.advance(10_000)
    if (world.faults.length === 0) world.handset.send(accept)
    await world.drive.advance(60_000)
    expect(world.faults.map(String)).toEqual([expect.stringMatching(/a defect of ours$/)])
  })

  it('in a port is told once', async () => {
    const world = openHandset({ answer: broken })
    world.handset.powerOn()
    world.handset.send(open)
    await world.rest()
    expect(world.faults).toEqual([defect])
  })
})

describe('coverage', () => {
  it('is told when it goes and when it comes, once', async () => {
    const world = openHandset()
    world.handset.powerOn()
    for (const covered of [true, false, false, true, true]) {
      world.handset.setCoverage(covered)
      await world.rest()
    }
    expect(world.events).toMatchObject([
      { type: 'power.changed', on: true },
      { type: 'coverage.changed', covered: false },
      { type: 'coverage.changed', covered: true },
    ])
  })

  it('that was lost with the battery out is told when it comes back', async () => {
    const world = openHandset()
    world.handset.setCoverage(false)
    world.handset.powerOn()
    world.handset.send(open)
    await world.rest()
    world.handset.setCoverage(true)
    await world.rest()
    expect(world.told()).toContain('link.opened')
    expect(world.sent()).toEqual([])
    expect(world.events.at(-1)).toMatchObject({ type: 'coverage.changed', covered: true })
  })
})
