/** S60 of the 3rd Edition before a server that breaks off, changes its package, or knows no parts. */
import { describe, expect, it } from 'vitest'
import { behaviourOf } from '../../../src/handset/platform.ts'
import { s60Resumption } from '../../../src/handset/platforms/symbian-resumption.ts'
import type { HttpRequest } from '../../../src/handset/ports.ts'
import type { Header } from '../../../src/trace/events.ts'
import { headerValue } from '../../../src/wire/http-fields.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import { openHandset } from '../handset-world.ts'
import type { LiteralAnswer } from '../literal-http.ts'
import { phone } from './native-case.ts'

const profile = phone('nokia-n95')
const body = packClient('sisx', specsOf({ major: 1, minor: 2, build: 0 }))
const link = 'http://ota.test/client'

const type: Header = ['Content-Type', 'x-epoc/x-sisx-app']
const modified = 'Mon, 02 Jan 2006 12:00:00 GMT'
const first: readonly Header[] = [type, ['ETag', '"a"'], ['Last-Modified', modified]]

/** Serves one package in parts, or as told. */
function serving(special: (request: HttpRequest, count: number) => LiteralAnswer | undefined) {
  let count = 0
  return (request: HttpRequest): LiteralAnswer => {
    count += 1
    const answer = special(request, count)
    if (answer !== undefined) return answer
    const [, from] = /^bytes=(\d+)-$/.exec(headerValue(request.headers, 'Range') ?? '') ?? []
    if (request.method === 'HEAD') return { status: 200, headers: first }
    return from === undefined
      ? { status: 200, headers: first, body }
      : { status: 206, headers: first, body: body.subarray(Number(from)) }
  }
}

async function downloadInTwo(answer: (request: HttpRequest) => LiteralAnswer) {
  const world = openHandset({ profile, behaviour: behaviourOf(profile), answer })
  world.handset.powerOn()
  world.handset.interfere({
    on: 'package',
    from: 1,
    to: 1,
    act: { kind: 'cut', by: 'coverage', at: 100 },
  })
  await world.send({ type: 'link.opened', url: link })
  await world.rest()
  world.handset.setCoverage(true)
  await world.send({ type: 'download.wanted', url: link })
  await world.rest()
  return world
}

/** Method and condition of each request: `GET Range bytes=100-`. */
function asked({ http }: Awaited<ReturnType<typeof downloadInTwo>>): readonly string[] {
  return http.requests.map(({ method, url, headers }) =>
    [
      method,
      new URL(url).pathname,
      ...headers
        .filter(([name]) => ['If-Match', 'If-Range', 'Range'].includes(name))
        .map(([name, value]) => `${name}: ${value}`),
    ].join(' '),
  )
}

const head = 'HEAD /client'
const begun = `GET /client If-Match: "a" If-Range: ${modified}`
const rest = `GET /client If-Match: "a" Range: bytes=100- If-Range: ${modified}`

describe('a download that broke off', () => {
  it('goes on with the octets that are missing, and is a package', async () => {
    const world = await downloadInTwo(serving(() => undefined))
    expect(asked(world)).toEqual([head, begun, rest])
    expect(world.told().filter((name) => /^download|^prompt/.test(name))).toEqual([
      'download.kept',
      'download.resumed',
      'prompt.shown',
    ])
    expect(world.storage.read().brokenDownloads).toEqual([])
  })

  it('begins anew where the server sends it whole', async () => {
    const world = await downloadInTwo(
      serving((_, count) => (count === 3 ? { status: 200, headers: first, body } : undefined)),
    )
    expect(asked(world)).toEqual([head, begun, rest])
    expect(world.told()).toContain('prompt.shown')
  })

  it.each([412, 416])('begins anew, without any condition, after %i', async (status) => {
    const world = await downloadInTwo(serving((_, count) => (count === 3 ? { status } : undefined)))
    expect(asked(world)).toEqual([head, begun, rest, 'GET /client'])
    expect(world.told()).toContain('prompt.shown')
  })

  it('is told once that it cannot be had where nothing helps', async () => {
    const world = await downloadInTwo(
      serving((_, count) => (count >= 3 ? { status: 412 } : undefined)),
    )
    expect(asked(world)).toEqual([head, begun, rest, 'GET /client'])
    expect(world.told()).not.toContain('prompt.shown')
    expect(world.storage.read().brokenDownloads).toEqual([])
  })

  it('is corrupted where the server sends other octets for the rest', async () => {
    const world = await downloadInTwo(
      serving((_, count) =>
        count === 3 ? { status: 206, headers: first, body: body.subarray(101) } : undefined,
      ),
    )
    const settled = world.events.findLast(({ type: name }) => name === 'install.settled')
    expect(settled).toMatchObject({ outcome: 'refused', native: 'corrupt' })
  })

  it('is kept when it breaks off again, with all that has come', async () => {
    const world = openHandset({
      profile,
      behaviour: behaviourOf(profile),
      answer: serving(() => undefined),
    })
    world.handset.powerOn()
    const cut = { kind: 'cut', by: 'coverage', at: 100 } as const
    world.handset.interfere({ on: 'package', from: 1, to: 2, act: cut })
    await world.send({ type: 'link.opened', url: link })
    await world.rest()
    world.handset.setCoverage(true)
    await world.send({ type: 'download.wanted', url: link })
    await world.rest()
    expect(world.storage.read().brokenDownloads).toEqual([
      { url: link, octets: body.slice(0, 200), headers: first },
    ])
  })

  it('is still there when the battery was out', async () => {
    const world = openHandset({
      profile,
      behaviour: behaviourOf(profile),
      answer: serving(() => undefined),
    })
    world.handset.powerOn()
    world.handset.interfere({
      on: 'package',
      from: 1,
      to: 1,
      act: { kind: 'cut', by: 'coverage', at: 100 },
    })
    await world.send({ type: 'link.opened', url: link })
    await world.rest()
    world.handset.powerOff()
    world.handset.setCoverage(true)
    world.handset.powerOn()
    await world.send({ type: 'download.wanted', url: link })
    await world.rest()
    expect(asked(world)).toEqual([head, begun, rest])
  })

  it('is nothing to a phone that keeps none', async () => {
    const world = openHandset({
      profile: phone('nokia-6600'),
      behaviour: behaviourOf(phone('nokia-6600')),
      answer: serving(() => undefined),
    })
    world.handset.powerOn()
    const act = { kind: 'cut', by: 'coverage', at: 100 } as const
    world.handset.interfere({ on: 'package', from: 1, to: 1, act })
    await world.send({ type: 'link.opened', url: link })
    await world.rest()
    expect(world.storage.read().brokenDownloads).toEqual([])
  })
})

describe('what the rest is asked for by', () => {
  it.each([
    ['nothing where nothing is known', [], 0, []],
    ['the octets alone where the server named no version', [], 7, [['Range', 'bytes=7-']]],
    [
      'Expires, which stands over the date of the last change',
      [
        ['Last-Modified', modified],
        ['Expires', '0'],
      ],
      7,
      [
        ['Range', 'bytes=7-'],
        ['If-Range', '0'],
      ],
    ],
  ] as const)('%s', (...row) => {
    const [, headers, octets, conditions] = row
    expect(s60Resumption.conditions({ headers, octets })).toEqual(conditions)
  })
})
