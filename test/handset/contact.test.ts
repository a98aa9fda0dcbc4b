/** Clients that run on a handset: what they say to their server, when, and what is told of it. */
import { describe, expect, it } from 'vitest'
import type { Contact } from '../../src/handset/contact.ts'
import { emptyFlash } from '../../src/handset/flash.ts'
import type { InstalledSuite } from '../../src/handset/flash.ts'
import type { TcpOutcome } from '../../src/handset/ports.ts'
import { openHandset } from './handset-world.ts'
import { plainSuite } from './plain-suite.ts'

const suite: InstalledSuite = { ...plainSuite, id: 'suite.1' }
const server = 'http://ota.test/contact'

function contact(version: string): Contact {
  const body = new TextEncoder().encode(version)
  return {
    version,
    script: { kind: 'http', method: 'POST', url: server, headers: [], body, status: undefined },
  }
}

type Options = NonNullable<Parameters<typeof openHandset>[0]>

function open(options: Options = {}, suites: readonly InstalledSuite[] = [suite]) {
  const world = openHandset({
    flash: { ...emptyFlash, suites, lastId: 9 },
    clients: () => contact('1.2.0'),
    ...options,
  })
  world.handset.powerOn()
  return {
    ...world,
    launch: (one: InstalledSuite = suite) =>
      world.send({ type: 'suite.chosen', suite: one, for: 'launch' }),
    contacts: () =>
      world.events.flatMap((event) =>
        event.type === 'client.contacted'
          ? [`${event.version} ${event.purpose} ${event.outcome}: ${event.detail}`]
          : [],
      ),
  }
}

describe('a client that is started', () => {
  it('says to its server which version it is, and later that it is still that', async () => {
    const { launch, rest, contacts, sent, storage } = open()
    await launch()
    await rest()
    await launch()
    await rest()
    expect(sent()).toEqual(['POST /contact 1.2', 'POST /contact 1.2'])
    expect(contacts()).toEqual([
      '1.2.0 first accepted: status 200',
      '1.2.0 again accepted: status 200',
    ])
    expect(storage.read().stores).toEqual([
      { suiteId: 'suite.1', name: 'first-contact', records: [new TextEncoder().encode('1.2.0')] },
    ])
  })

  it('says of a new version that there was another', async () => {
    let version = '1.2.0'
    const { launch, rest, contacts } = open({ clients: () => contact(version) })
    await launch()
    await rest()
    version = '1.3.0'
    await launch()
    await rest()
    expect(contacts()).toEqual([
      '1.2.0 first accepted: status 200',
      '1.3.0 update accepted: status 200',
    ])
  })

  it('waits for coverage and connects once when it comes', async () => {
    const { handset, launch, rest, contacts, sent } = open()
    handset.setCoverage(false)
    await launch()
    await launch()
    await rest()
    expect([contacts(), sent()]).toEqual([['1.2.0 first no-coverage: no coverage'], []])
    handset.setCoverage(true)
    await rest()
    expect(contacts()).toEqual([
      '1.2.0 first no-coverage: no coverage',
      '1.2.0 first accepted: status 200',
    ])
    handset.setCoverage(false)
    handset.setCoverage(true)
    await rest()
    expect(sent()).toHaveLength(1)
  })

  it('that is removed while it waits connects no more', async () => {
    const { handset, launch, rest, storage, sent } = open()
    handset.setCoverage(false)
    await launch()
    await rest()
    storage.commit({ kind: 'suite removed', suiteId: suite.id, report: undefined })
    handset.setCoverage(true)
    await rest()
    expect(sent()).toEqual([])
  })

  it('tries again when it is started again, where the server refuses it or is not there', async () => {
    const answers = [{ status: 500 }, { failure: { cause: 'refused', detail: 'closed' } } as const]
    const { launch, rest, contacts } = open({ answer: () => answers.shift() ?? { status: 200 } })
    for (let starts = 0; starts < 3; starts += 1) {
      await launch()
      await rest()
    }
    expect(contacts()).toEqual([
      '1.2.0 first refused: status 500',
      '1.2.0 first failed: closed',
      '1.2.0 first accepted: status 200',
    ])
  })

  it('connects after another that is started with it', async () => {
    const other = { ...suite, id: 'suite.2', subject: { ...suite.subject, name: 'Other' } }
    const { launch, rest, events } = open({}, [suite, other])
    await launch()
    await launch(other)
    await rest()
    const names = events.flatMap((event) =>
      event.type === 'client.contacted' ? [event.suite.name] : [],
    )
    expect(names).toEqual([suite.subject.name, 'Other'])
  })

  it('connects to nobody where no server is known', async () => {
    const { launch, rest, told } = open({ clients: () => undefined })
    await launch()
    await rest()
    expect(told()).not.toContain('client.contacted')
  })
})

const noOctets = new Uint8Array(0)

describe('a client that speaks no HTTP', () => {
  const octets = Uint8Array.of(1)
  const talk = (host = 'ota.test'): Contact => ({
    version: '1.2.0',
    script: { kind: 'tcp', host, port: 5011, turns: [{ kind: 'send', octets }] },
  })

  async function play(outcome: TcpOutcome, host?: string) {
    const { launch, rest, events } = open({
      clients: () => talk(host),
      tcp: { talk: async () => outcome },
      isAllowed: (url) => new URL(url).hostname === 'ota.test',
    })
    await launch()
    await rest()
    return events.find(({ type }) => type === 'client.contacted')
  }

  it.each([
    [{ kind: 'held', sent: octets, received: octets }, 'accepted', '1 octets came back'],
    [
      { kind: 'contradicted', detail: 'Unexpected A', sent: octets, received: octets },
      'refused',
      'Unexpected A',
    ],
    [
      {
        kind: 'failure',
        failure: { cause: 'timeout', detail: 'not over' },
        sent: octets,
        received: noOctets,
      },
      'failed',
      'not over',
    ],
  ] as const)('%o is told with its octets', async (heard, outcome, detail) => {
    const { sent, received } = heard
    expect(await play(heard)).toMatchObject({
      server: 'ota.test:5011',
      outcome,
      detail,
      sent,
      received,
    })
  })

  it('goes nowhere but where the target is', async () => {
    const held = { kind: 'held', sent: octets, received: octets } as const
    expect(await play(held, 'elsewhere.test')).toMatchObject({
      outcome: 'failed',
      detail: 'the target does not name elsewhere.test:5011; the phone does not contact it',
      sent: noOctets,
    })
  })
})
