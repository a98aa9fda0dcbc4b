/** Which faults show in what a server is asked; the watched server itself does nothing wrong. */
import { describe, expect, it } from 'vitest'
import type { Fault, FaultContext } from '../../src/reference/fault.ts'
import { frame } from '../../src/reference/frame.ts'
import { packageOf, clientOffers } from '../../src/reference/native/clients.ts'
import { profileBounds } from '../../src/reference/native/profile-reader.ts'
import { goodConduct } from '../../src/reference/push/conduct.ts'
import { say, withHeaders } from '../../src/reference/respond.ts'
import { whenSent } from '../../src/reference/sending.ts'
import { demoSuite, packSuite } from '../../src/reference/suites.ts'
import { ticketRules } from '../../src/reference/ticket-rules.ts'
import { watchFaults } from '../../src/reference/watch-faults.ts'
import type { Pdu } from '../../src/wire/smpp/pdu.ts'

type Hooks = Omit<Fault, 'breaks' | 'title'>

function watch(hooksById: Readonly<Record<string, Hooks>>) {
  const faults = Object.entries(hooksById).map(([id, hooks]) => ({
    id,
    value: { breaks: ['a/b'] as const, title: 'does something', ...hooks },
  }))
  return watchFaults(faults)()
}

const request = new Request('http://ota.example/demo.jad')

const context: FaultContext = {
  route: 'descriptor',
  request,
  arrival: { form: 'origin', version: '1.1', ordinal: 1 },
  body: new Uint8Array(),
  origin: 'http://ota.example',
  now: 0,
  visit: undefined,
  isOvertaken: false,
  deliveries: 0,
  clientRequests: 0,
  clientAgent: undefined,
  report: undefined,
  profile: 'not needed',
  ticket: undefined,
  ticketEndsAt: undefined,
  isOlderTicket: false,
  ticketAgent: undefined,
  isOtherPlatform: false,
}

const octets = (): Uint8Array => Uint8Array.of(1, 2, 3)

describe('a fault that changes a value', () => {
  it('shows where it gives another one, and not where it gives the same or none', () => {
    const { fault, touched } = watch({
      another: { clientKind: () => 'sis' },
      same: { clientKind: (chosen) => chosen },
      none: { clientKind: () => undefined },
    })
    expect(fault.clientKind?.('sisx', context)).toBe('sisx')
    expect([...touched]).toEqual(['another'])
  })

  it('does not show where it gives the same anew', () => {
    const { fault, touched } = watch({
      anew: { descriptor: (pairs) => pairs.map(([name, value]) => [name, value]) },
      trimmed: { descriptor: (pairs) => pairs.filter(([name]) => name !== 'b') },
    })
    fault.descriptor?.([['a', '1']], context)
    expect([...touched]).toEqual([])
    fault.descriptor?.([['b', '1']], context)
    expect([...touched]).toEqual(['trimmed'])
  })

  it('shows where it changes octets in their place, and the server keeps its own', () => {
    const { fault, touched } = watch({
      inPlace: { packageOctets: (jar) => jar.fill(0) },
      deep: { draft: (draft) => (draft.kind === 'co' ? draft : { ...draft }) },
    })
    const jar = octets()
    expect(fault.packageOctets?.(jar, context)).toBe(jar)
    expect(jar).toEqual(octets())
    fault.draft?.({ kind: 'text', text: 'a' })
    expect([...touched]).toEqual(['inPlace'])
  })

  it('shows where it fails', () => {
    const { fault, touched } = watch({
      fails: {
        status: () => {
          throw new TypeError('no')
        },
      },
    })
    const seen = { requests: 0, isSent: false, isConfirmed: false, contacts: 0 }
    expect(fault.status?.('waiting', seen)).toBe('waiting')
    expect([...touched]).toEqual(['fails'])
  })

  it('is asked no more once it has shown', () => {
    let asked = 0
    const { fault } = watch({
      counts: {
        clientKind: () => {
          asked += 1
          return asked === 2 ? 'sis' : 'sisx'
        },
      },
    })
    for (let time = 0; time < 5; time += 1) fault.clientKind?.('sisx', context)
    expect(asked).toBe(2)
  })

  it('is asked for what is packed, signed and made already', () => {
    const [client] = clientOffers
    const { fault, touched } = watch({
      suite: { suite: (spec) => ({ ...spec, paddingBytes: 1 }) },
      otherSuite: { suite: (spec) => (spec.name === 'Vault' ? { ...spec, name: 'X' } : spec) },
      client: { client: (specs) => ({ ...specs, sis: { ...specs.sis, name: 'X' } }) },
      otherClient: { client: (specs) => ({ ...specs, sisx: { ...specs.sisx, name: 'X' } }) },
    })
    const jar = packSuite(demoSuite, undefined)
    expect(packSuite(demoSuite, fault)).toBe(jar)
    expect([...touched]).toEqual(['suite'])
    if (client === undefined) throw new Error('there is no client')
    const sis = packageOf(client, 'sis', undefined)
    expect(packageOf(client, 'sis', fault)).toBe(sis)
    expect([...touched]).toEqual(['suite', 'client'])
  })
})

describe('a fault that answers', () => {
  const answers: readonly (readonly [string, boolean, NonNullable<Hooks['answer']>])[] = [
    ['the same', false, (response) => response],
    ['something else', true, () => say(500, 'No.')],
    ['with another header', true, (response) => withHeaders(response, { A: 'b' })],
    ['with a header set in its place', true, setHeader],
    ['later', true, async (response) => response],
    ['after it has begun to read', true, readOn],
    ['in a frame', true, (response) => frame(response, { hang: true })],
    ['and wants to know when it is sent', true, (response) => whenSent(response, () => {})],
  ]

  function setHeader(response: Response): Response {
    response.headers.set('A', 'b')
    return response
  }

  function readOn(response: Response): Response {
    void response.text()
    return response
  }

  it.each(answers)('%s: shows is %s', (_, shows, answer) => {
    const { fault, touched } = watch({ one: { answer } })
    const response = say(200, 'Yes.')
    expect(fault.answer?.(response, context)).toBe(response)
    expect(response.bodyUsed).toBe(false)
    expect([...response.headers.keys()]).toEqual(['cache-control', 'content-type'])
    expect(touched.has('one')).toBe(shows)
  })

  it('sees the status, the headers and whether there is a body', () => {
    const seen: unknown[] = []
    const { fault } = watch({
      looks: {
        answer(response) {
          const { status, ok, headers, body } = response
          seen.push([status, ok, headers.get('A') ?? '-', body !== null])
          return response
        },
      },
    })
    void fault.answer?.(say(404, 'No.', [['A', 'b']]), context)
    void fault.answer?.(new Response(undefined, { status: 204 }), context)
    expect(seen).toEqual([
      [404, false, 'b', true],
      [204, true, '-', false],
    ])
  })

  it('leaves nothing for those that are asked after it', () => {
    const { fault, touched } = watch({
      reads: { answer: (response) => response.text().then((text) => say(200, text)) },
      sets: {
        answer(response) {
          response.headers.set('A', 'b')
          return say(200, 'Else.')
        },
      },
      looks: {
        answer: (response) =>
          response.bodyUsed || response.headers.has('A') ? say(500, 'No.') : response,
      },
    })
    void fault.answer?.(say(200, 'Yes.'), context)
    expect([...touched]).toEqual(['reads', 'sets'])
  })
})

describe('a fault with other rules', () => {
  it('shows when a rule is asked that it answers otherwise', () => {
    const rules = { ...ticketRules, lifetimeMs: 1000 }
    const { fault, touched } = watch({
      longer: { tickets: (good) => ({ ...good, lifetimeMs: 2000 }) },
      later: { tickets: (good) => ({ ...good, isEnded: (endsAt, now) => now > endsAt + 10 }) },
    })
    const watched = fault.tickets?.(rules)
    expect([...touched]).toEqual([])
    expect(watched?.isEnded(10, 5)).toBe(false)
    expect(watched?.isEnded(10, 30)).toBe(true)
    expect([...touched]).toEqual([])
    expect(watched?.isEnded(10, 15)).toBe(true)
    expect([...touched]).toEqual(['later'])
    expect(watched?.lifetimeMs).toBe(1000)
    expect([...touched]).toEqual(['later', 'longer'])
  })

  it('shows when it cannot even say what they are', () => {
    const { fault, touched } = watch({
      fails: {
        profileBounds: () => {
          throw new TypeError('no')
        },
      },
    })
    expect(fault.profileBounds?.(profileBounds)).toEqual(profileBounds)
    expect([...touched]).toEqual(['fails'])
  })
})

describe('a fault of pushing', () => {
  const asked: Pdu = { command: 'enquire_link', status: 0, sequence: 1, tlvs: [] }

  it('shows in what goes to the centre and to gateways', () => {
    const { fault, touched } = watch({
      renumbers: { pushing: { pdu: (pdu) => [{ ...pdu, sequence: pdu.sequence % 7 }] } },
      twice: { pushing: { pdu: (pdu) => [pdu, pdu] } },
      second: { pushing: { post: (post, count) => (count === 2 ? { ...post, path: '/' } : post) } },
    })
    expect(fault.pushing?.pdu?.(asked)).toEqual([asked])
    expect([...touched]).toEqual(['twice'])
    expect(fault.pushing?.pdu?.({ ...asked, sequence: 8 })).toEqual([{ ...asked, sequence: 8 }])
    expect([...touched]).toEqual(['twice', 'renumbers'])
    const post = { method: 'GET', path: '/a', headers: [], body: new Uint8Array() } as const
    fault.pushing?.post?.(post, 1)
    expect(touched.has('second')).toBe(false)
    expect(fault.pushing?.post?.(post, 2)).toBe(post)
    expect(touched.has('second')).toBe(true)
  })

  it('shows when its conduct is another in what happens', () => {
    const { fault, touched } = watch({
      hurries: {
        pushing: { conduct: { waitMs: ({ kind }) => (kind === 'pap' ? 0 : 10_000) } },
      },
      once: { pushing: { conduct: { attemptsMax: 1 } } },
    })
    const conduct = { ...goodConduct, ...fault.pushing?.conduct }
    expect([...touched]).toEqual(['once'])
    expect(conduct.waitMs({ kind: 'silence' }, 1)).toBe(10_000)
    expect([...touched]).toEqual(['once'])
    expect(conduct.waitMs({ kind: 'pap', code: 4000, status: 202 }, 1)).toBe(60_000)
    expect([...touched]).toEqual(['once', 'hurries'])
  })
})

it('a fault that is asked for what nobody watches is taken to show everywhere', () => {
  const unheardOf: Hooks & { readonly weather: () => string } = { weather: () => 'rain' }
  const pushing: NonNullable<Hooks['pushing']> & { readonly pace: () => number } = { pace: () => 0 }
  expect([...watch({ unheardOf, slow: { pushing }, plain: {} }).touched]).toEqual([
    'unheardOf',
    'slow',
  ])
})

it('every watch begins anew', () => {
  const open = watchFaults([
    { id: 'one', value: { breaks: ['a/b'], title: 'does', clientKind: () => 'sis' } },
  ])
  const first = open()
  first.fault.clientKind?.('sisx', context)
  expect([...first.touched]).toEqual(['one'])
  expect([...open().touched]).toEqual([])
})
