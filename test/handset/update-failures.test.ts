/** Whatever an update fails of, and wherever it ends, what was there before stays. */
import { describe, expect, it } from 'vitest'
import type { Flash } from '../../src/handset/flash.ts'
import type { HttpRequest } from '../../src/handset/ports.ts'
import { packageChanges } from '../../src/scenario/alterations.ts'
import { link, openHandset } from './handset-world.ts'
import type { LiteralAnswer } from './literal-http.ts'
import { good } from './rules/package-maker.ts'
import {
  before,
  descriptorWith,
  fromElsewhere,
  old,
  other,
  owed,
  packageAs,
  update,
} from './update-world.ts'
import type { Update } from './update-world.ts'

const signedBefore: Flash = {
  ...before,
  suites: [{ ...old, signer: { domain: 'a', subject: 'b', root: 'c' } }, other],
}

const manifestless = packageChanges['replace by a web page'](good)

const failures: Readonly<Record<string, Update>> = {
  'a descriptor that is not there': { answer: () => ({ status: 404 }) },
  'a descriptor without package size': { answer: descriptorWith({ 'MIDlet-Jar-Size': undefined }) },
  'a profile the phone has not': {
    answer: descriptorWith({ 'MicroEdition-Profile': 'MIDP-3.0' }),
  },
  'too little room': { answer: descriptorWith({ 'MIDlet-Data-Size': '99999' }) },
  'no signature over a signed suite': { flash: signedBefore },
  'a signature that is only claimed over a signed suite': {
    flash: signedBefore,
    answer: descriptorWith({ 'MIDlet-Jar-RSA-SHA1': 'AAAA' }),
  },
  'a refusal of the update': { answers: { update: 'refuse' } },
  'a cancellation at the question about the update': { answers: { update: 'cancel' } },
  'a battery that ends at the question about the update': { answers: { update: 'no power' } },
  'a refusal of the installation': { answers: { install: 'refuse' } },
  'a cancellation at the question about the installation': { answers: { install: 'cancel' } },
  'a battery that ends at the question about the installation': {
    answers: { install: 'no power' },
  },
  'a package that is not there': { answer: packageAs({ status: 404 }) },
  'a package of another media type': {
    answer: packageAs({ status: 200, headers: [['Content-Type', 'text/html']], body: good }),
  },
  'a server that is gone': {
    answer: packageAs({ failure: { cause: 'refused', detail: 'nobody there' } }),
  },
  'a package of another size': { answer: packageAs({ status: 200, body: good.subarray(1) }) },
  'a package that cannot be opened': { answer: descriptorWithPage() },
  'a package of another version': { answer: descriptorWith({ 'MIDlet-Version': '1.0.1' }) },
  'a class that is not there': { answer: descriptorWith({ 'MIDlet-1': 'Demo, , acme.Gone' }) },
  'a cancellation at the question about records': {
    flash: fromElsewhere,
    answers: { 'retain-records': 'cancel' },
  },
  'a battery that ends at the question about records': {
    flash: fromElsewhere,
    answers: { 'retain-records': 'no power' },
  },
}

/** As many octets as were promised, none of them of an archive. */
function descriptorWithPage() {
  return (request: HttpRequest): LiteralAnswer => {
    if (request.url.endsWith('.jar')) return { status: 200, body: manifestless }
    return descriptorWith({ 'MIDlet-Jar-Size': String(manifestless.length) })(request)
  }
}

describe('an update that fails leaves suites, records, permissions, push entries and what is owed', () => {
  it.each(Object.entries(failures))('after %s', async (_, failure) => {
    const { flash, faults } = await update(failure)
    const { suites, stores } = failure.flash ?? before
    expect({ suites: flash.suites, stores: flash.stores }).toEqual({ suites, stores })
    expect(flash.reports.filter(({ code }) => code === 900)).toEqual([owed])
    expect(faults).toEqual([])
  })

  it.each([0, 1, good.length >> 1, good.length - 1])(
    'after coverage that ends at octet %i of the package',
    async (at) => {
      const world = openHandset({ flash: before })
      world.handset.powerOn()
      world.handset.interfere({
        on: 'package',
        from: 1,
        to: 1,
        act: { kind: 'cut', by: 'coverage', at },
      })
      world.handset.send({ type: 'link.opened', url: link })
      await world.until('prompt.shown')
      await world.send({ type: 'user.answered', prompt: 'update', answer: 'accept' })
      await world.send({ type: 'user.answered', prompt: 'install', answer: 'accept' })
      await world.rest()
      const { suites, stores } = world.storage.read()
      expect({ suites, stores }).toEqual({ suites: before.suites, stores: before.stores })
      expect(world.events.findLast(({ type }) => type === 'install.settled')).toMatchObject({
        code: 903,
      })
    },
  )
})

describe('a battery that ends at any event of an update', () => {
  it('leaves the old suite or the new one, whole, with its records', async () => {
    const whole = await update({ flash: fromElsewhere })
    const ends = new Set<string>()
    for (let count = 1; count <= whole.events.length; count += 1) {
      ends.add(tell(await updateUntil(count)))
    }
    expect([...ends]).toEqual(['0.9.0, with records, owed', '1.0.0, with records, owed'])
  })
})

/** What flash holds when the battery goes as soon as so many events have happened. */
async function updateUntil(count: number): Promise<Flash> {
  const { handset, events, drive, storage } = openHandset({ flash: fromElsewhere })
  handset.powerOn()
  handset.send({ type: 'link.opened', url: link })
  for (let seen = 0; events.length < count;) {
    const next = () => events.slice(seen).find(({ type }) => type === 'prompt.shown')
    await drive.until(() => events.length >= count || next() !== undefined, 600_000)
    const prompt = next()
    if (events.length >= count || prompt?.type !== 'prompt.shown') break
    seen = prompt.seq + 1
    handset.send({ type: 'user.answered', prompt: prompt.prompt, answer: 'accept' })
  }
  handset.powerOff()
  return storage.read()
}

function tell({ suites, stores, reports }: Flash): string {
  const suite = suites.find(({ subject }) => subject.name === 'Demo')
  const isIts = ({ suiteId }: { readonly suiteId: string | undefined }) => suiteId === suite?.id
  const records = stores.some(isIts) ? 'with records' : 'without records'
  return `${suite?.subject.version}, ${records}, ${reports.some(isIts) ? 'owed' : 'not owed'}`
}
