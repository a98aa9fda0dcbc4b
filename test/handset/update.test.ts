/** One suite over another, on a whole handset: what the user is asked, what flash holds afterwards. */
import { describe, expect, it } from 'vitest'
import { emptyFlash } from '../../src/handset/flash.ts'
import { link } from './handset-world.ts'
import { plainSuite } from './plain-suite.ts'
import { good } from './rules/package-maker.ts'
import {
  before,
  descriptorWith,
  fromElsewhere,
  old,
  other,
  owed,
  scores,
  update,
} from './update-world.ts'

const consent = `Install Demo 1.0.0 of Acme, ${good.length} octets?`

describe('the question before an update', () => {
  it.each([
    ['newer', '0.9.0', 'Replace it by the newer version 1.0.0?'],
    ['the same', '1.0', 'Replace it by the same version 1.0.0?'],
    ['older', '1.0.1', 'Replace it by the older version 1.0.0?'],
  ])('says what is installed, and that the offered version is %s', async (_, version, words) => {
    const flash = {
      ...before,
      suites: [{ ...old, subject: { ...old.subject, version } }],
    }
    const { prompts } = await update({ flash })
    expect(prompts).toEqual([`Demo ${version} of Acme is installed. ${words}`, consent])
  })

  it('is not asked where another vendor or another name is installed', async () => {
    const { prompts, flash } = await update({
      flash: { ...before, suites: [other], stores: [], reports: [] },
    })
    expect(prompts).toEqual([consent])
    expect(flash.suites.map(({ subject }) => subject.name)).toEqual(['Other', 'Demo'])
  })

  it('comes behind the package where there was no descriptor', async () => {
    const { prompts, flash } = await update({
      answer: () => ({
        status: 200,
        headers: [['Content-Type', 'application/java-archive']],
        body: good,
      }),
    })
    expect(prompts).toEqual([
      `Install ${link} without a descriptor?`,
      'Demo 0.9.0 of Acme is installed. Replace it by the newer version 1.0.0?',
      'Demo 1.0.0 comes from elsewhere. May it have the records of version 0.9.0: scores?',
    ])
    expect(flash.suites.map(({ subject }) => subject.version)).toEqual(['1.0.0', '1.0.0'])
  })
})

describe('an update', () => {
  it('changes flash once: new suite, its records, its report, and what was owed for the old', async () => {
    const { flash, told } = await update()
    const id = 'suite.4'
    expect(flash).toEqual({
      ...emptyFlash,
      suites: [
        other,
        {
          ...plainSuite,
          id,
          bytes: good.length,
          deleteNotify: 'http://ota.test/d/1',
          permissions: [],
        },
      ],
      stores: [
        { ...scores, suiteId: id },
        { ...scores, suiteId: other.id },
      ],
      reports: [{ ...owed, suiteId: id }],
      lastId: 4,
    })
    expect(told()).toEqual(expect.arrayContaining(['suite.updated', 'records.kept']))
  })

  it('asks about the records of a suite that came from elsewhere, and keeps them', async () => {
    const { prompts, flash } = await update({ flash: fromElsewhere })
    expect(prompts).toEqual([
      'Demo 0.9.0 of Acme is installed. Replace it by the newer version 1.0.0?',
      consent,
      'Demo 1.0.0 comes from elsewhere. May it have the records of version 0.9.0: scores?',
    ])
    expect(flash.stores.map(({ suiteId }) => suiteId)).toEqual(['suite.4', other.id])
  })

  it('drops them where the user says so, and is an update all the same', async () => {
    const { flash, events } = await update({
      flash: fromElsewhere,
      answers: { 'retain-records': 'refuse' },
    })
    expect(flash.stores).toEqual([{ ...scores, suiteId: other.id }])
    expect(events.find(({ type }) => type === 'records.dropped')).toMatchObject({
      suite: plainSuite.subject,
      why: 'the user dropped them',
      stores: [{ store: 'scores', records: 1, bytes: 2 }],
    })
    expect(events.findLast(({ type }) => type === 'install.settled')).toMatchObject({ code: 900 })
  })

  it('sends no deletion report, though the old version asked for one', async () => {
    const suites = [{ ...old, deleteNotify: 'http://ota.test/d/0' }, other]
    const { sent } = await update({ flash: { ...before, suites } })
    expect(sent()).toEqual(['GET /suites/demo.jad', 'GET /suites/demo.jar', 'POST /n/1 900'])
  })

  it('lets the start of the new version send what is owed for the old', async () => {
    const world = await update()
    const suite = world.flash.suites.at(-1)
    if (suite === undefined) throw new TypeError('nothing is installed')
    world.handset.send({ type: 'suite.chosen', suite, for: 'launch' })
    await world.rest()
    expect(world.sent().slice(3)).toEqual(['POST /n/0 900'])
    expect(world.storage.read().reports).toEqual([])
  })

  it('carries over what the user gave the old version', async () => {
    const { flash } = await update({
      behaviour: {
        packageOrder: [
          {
            name: 'a domain that lets users decide',
            examine: () => ({
              learned: {
                permissions: [{ name: 'a.b.C', interaction: 'oneshot', highest: 'blanket' }],
              },
            }),
          },
        ],
      },
    })
    expect(flash.suites.at(-1)?.permissions).toEqual([
      { name: 'a.b.C', interaction: 'session', highest: 'blanket' },
    ])
  })
})

describe('room for an update', () => {
  const dataSize = { 'MIDlet-Data-Size': String(100_000 - 1004 - good.length) }

  it('has to be there beside the old version on a phone that keeps it meanwhile', async () => {
    const { events, flash } = await update({ answer: descriptorWith(dataSize) })
    expect(events.findLast(({ type }) => type === 'install.settled')).toMatchObject({
      code: 901,
      reason: `98996 octets needed, 94996 free`,
    })
    expect(flash.suites).toEqual(before.suites)
  })

  it('is that of the old version too on a phone that counts it as free', async () => {
    const { events, flash } = await update({
      answer: descriptorWith(dataSize),
      behaviour: { countsReplacedAsFree: true },
    })
    expect(events.findLast(({ type }) => type === 'install.settled')).toMatchObject({ code: 900 })
    expect(flash.suites.map(({ dataBytes }) => dataBytes)).toEqual([
      0,
      Number(dataSize['MIDlet-Data-Size']),
    ])
  })
})
