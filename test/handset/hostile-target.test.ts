/** Whatever a target sends, an attempt ends, nothing of ours breaks, and what was there before stays. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { Flash, QueuedReport } from '../../src/handset/flash.ts'
import type { HttpRequest } from '../../src/handset/ports.ts'
import { requestOctets } from '../../src/adapters/request-octets.ts'
import type { Header } from '../../src/trace/events.ts'
import { accept, link, openHandset } from './handset-world.ts'
import type { LiteralAnswer } from './literal-http.ts'
import { otherSuite as suite } from './plain-suite.ts'
import { goodAttributes, makeDescriptor } from './rules/descriptor-maker.ts'
import { good } from './rules/package-maker.ts'

const waiting: QueuedReport = {
  id: 'report.2',
  kind: 'install',
  url: 'http://ota.test/n/0',
  code: 900,
  attempts: 1,
  suiteId: 'suite.1',
}

const before: Flash = { ...emptyFlash, suites: [suite], reports: [waiting], lastId: 2 }

interface Answers {
  readonly descriptor: LiteralAnswer
  readonly package: LiteralAnswer
  readonly report: LiteralAnswer
}

/** Opens the link, consents to everything, and lets the case rest. */
async function visit(answers: Answers) {
  const world = openHandset({
    flash: before,
    answer: (request) => {
      // What the adapter does before a request leaves: no request may be one that cannot be written.
      requestOctets(request)
      return answerOf(request, answers)
    },
  })
  world.handset.powerOn()
  world.handset.send({ type: 'link.opened', url: link })
  for (let answered = 0; answered < 4; answered += 1) {
    await world.rest()
    world.handset.send(accept)
  }
  await world.rest()
  return world
}

function answerOf({ method, headers }: HttpRequest, answers: Answers): LiteralAnswer {
  if (method === 'POST') return answers.report
  const isDescriptor = headers.some(([name, value]) => name === 'Accept' && value.includes('*/*'))
  return isDescriptor ? answers.descriptor : answers.package
}

async function expectOrder(answers: Answers): Promise<void> {
  const { faults, told, storage, handset } = await visit(answers).then((world) => ({
    ...world,
    told: world.told(),
  }))
  expect(faults).toEqual([])
  expect(handset.isBusy()).toBe(false)
  expect(told.filter((type) => type === 'install.settled')).toEqual(['install.settled'])
  expect(storage.read().suites).toContainEqual(suite)
  expect(storage.read().reports).toContainEqual(waiting)
}

const jadType: Header = ['Content-Type', 'text/vnd.sun.j2me.app-descriptor']
const jarType: Header = ['Content-Type', 'application/java-archive']
const size = { 'MIDlet-Jar-Size': String(good.length) }

const ordinary: Answers = {
  descriptor: { status: 200, headers: [jadType], body: makeDescriptor(size) },
  package: { status: 200, headers: [jarType], body: good },
  report: { status: 200 },
}

const value = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'http:',
    'http://',
    'http:foo',
    '//x',
    'http://ota.test/a b',
    'http://ota.test/\u00FC',
    'http://ota.test/%',
    'http://ota.test:99999/',
    'http://a@ota.test/',
    '\u0000',
    '1',
    '-1',
    '99999999999999999999',
    'MIDP-2.0',
    ', ,',
    'http://ota.test/|{}^`"<>',
  ),
)

const headerValue = fc.oneof(
  value,
  fc.constantFrom(
    'Basic',
    'Basic realm="x"',
    'bytes 0-3/8',
    'bytes 0-0/2',
    'bytes 0-3/*',
    '0',
    '5',
    '999999999',
  ),
)

const headers = fc.array(
  fc.tuple(
    fc.constantFrom(
      'Location',
      'Retry-After',
      'WWW-Authenticate',
      'Proxy-Authenticate',
      'Content-Range',
      'Content-Type',
      'Content-Length',
      'Set-Cookie',
    ),
    headerValue,
  ),
  { maxLength: 3 },
)

const anyAnswer: fc.Arbitrary<LiteralAnswer> = fc.record({
  status: fc.constantFrom(200, 204, 206, 301, 302, 303, 307, 401, 404, 407, 416, 500, 503, 999),
  headers: headers.map((fields): readonly Header[] => fields),
  body: fc.uint8Array({ maxLength: 60 }),
})

describe('a target that sends anything', () => {
  it('as a descriptor leaves the phone in order', async () => {
    const octets = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(fc.string(), { maxLength: 10 })
        .map((lines) => new TextEncoder().encode(lines.join('\n'))),
    )
    await fc.assert(
      fc.asyncProperty(octets, (body) =>
        expectOrder({ ...ordinary, descriptor: { status: 200, headers: [jadType], body } }),
      ),
    )
  })

  it('as the value of an attribute leaves the phone in order', async () => {
    const names = [
      ...Object.keys(goodAttributes),
      'MIDlet-Delete-Notify',
      'MIDlet-Data-Size',
      'MIDlet-Push-1',
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), value, async (name, text) => {
        const lines = new TextDecoder().decode(makeDescriptor({ ...size, [name]: undefined }))
        const body = new TextEncoder().encode(`${lines}${name}: ${text}\r\n`)
        await expectOrder({ ...ordinary, descriptor: { status: 200, headers: [jadType], body } })
      }),
      { numRuns: 200 },
    )
  })

  it('as a package leaves the phone in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(good.length - 1), (octets, at) => {
        const body = good.slice()
        body.set(octets.slice(0, good.length - at), at)
        return expectOrder({ ...ordinary, package: { status: 200, headers: [jarType], body } })
      }),
    )
  })

  it('as an answer leaves the phone in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('descriptor' as const, 'package' as const, 'report' as const),
        anyAnswer,
        (which, answer) => expectOrder({ ...ordinary, [which]: answer }),
      ),
      { numRuns: 200 },
    )
  })

  it('in any amount leaves the phone in order', async () => {
    const page = new TextEncoder().encode('<p>and so on</p>\n'.repeat(70_000))
    await expectOrder({ ...ordinary, descriptor: { status: 200, headers: [jadType], body: page } })
  })
})
