import { expect, it } from 'vitest'
import { createMemoryStorage } from '../../../src/adapters/storage-memory.ts'
import type { Phone } from '../../../src/handset/phone.ts'
import { machines } from '../../machines.ts'
import { answers, page, url } from './answers.ts'
import { makePhone, report, subject } from './walked-phone.ts'
import { explore } from './walking.ts'
import type { Walk } from './walking.ts'

const result = {
  outcome: 'installed',
  code: 900,
  reason: '',
  subject,
  installNotify: undefined,
  deleteNotify: undefined,
  suiteId: undefined,
}

const object = {
  plan: {
    url,
    objectUrl: url,
    mediaTypes: ['image/png'],
    bytes: 4,
    use: 'content',
    name: 'Square',
    vendor: undefined,
  },
  octets: new Uint8Array(4),
}

/** A transaction behind a download descriptor: a picture, a suite, and what did not come. */
const downloads = [
  { ...result, download: { installNotify: url, nextUrl: url, object } },
  { ...result, download: { installNotify: undefined, nextUrl: undefined, object } },
  {
    ...result,
    download: {
      installNotify: undefined,
      nextUrl: url,
      object: { ...object, plan: { ...object.plan, use: 'package' } },
    },
  },
  { ...result, code: 954, download: { installNotify: url, nextUrl: url, object: undefined } },
]

/** Left by themselves where nothing is waited for, and reached by downloads alone: too many ways for the walks above. */
it('the handset waits for the report of a download, and for who is offered another page', () => {
  const handset = machines.find(({ name }) => name === 'handset')
  if (handset === undefined) throw new TypeError('there is no handset')
  const found = { ...page, headers: [['Content-Type', 'application/java-archive'] as const] }
  const plan: Walk = {
    inputs: () => [{ phone: phoneWithReport() }],
    outputs: {
      discovery: [{ received: found, credentials: undefined, cancelled: false }],
      installer: downloads,
    },
    events: [
      { type: 'link.opened', url },
      { type: 'user.answered', prompt: 'next-page', answer: 'accept' },
      ...answers.slice(0, 2).map((received) => ({ type: 'answer.came', received })),
    ],
  }
  const places = plan
    .inputs(makePhone('there'))
    .flatMap((input) => explore(handset.machine, plan, input))
  const waiting = ['handset.work.reporting', 'handset.work.offering']
  const isIn = (id: string) => places.filter(({ ids }) => ids.includes(id))
  expect(waiting.filter((id) => isIn(id).length === 0)).toEqual([])
  expect(
    waiting.filter((id) => isIn(id).every(({ next }) => next.every((ids) => ids.includes(id)))),
  ).toEqual([])
})

/** Nothing is stored on a walk: the report of the download is there from the beginning, with the id that it will get. */
function phoneWithReport(): Phone {
  const phone = makePhone('there')
  const storage = createMemoryStorage(100_000)
  storage.commit({ kind: 'report queued', report: { ...report, kind: 'download', id: 'report.2' } })
  return { ...phone, storage, behaviour: { ...phone.behaviour, asks: () => true } }
}
