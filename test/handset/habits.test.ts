/** What a phone does otherwise where a behaviour decides otherwise, over whole installations. */
import { describe, expect, it } from 'vitest'
import type { Behaviour } from '../../src/handset/behaviour.ts'
import type { HttpRequest } from '../../src/handset/ports.ts'
import type { QueuedReport } from '../../src/handset/flash.ts'
import { emptyFlash } from '../../src/handset/flash.ts'
import { accept, link, openHandset, serve } from './handset-world.ts'
import type { LiteralAnswer } from './literal-http.ts'
import { plainSuite } from './plain-suite.ts'

const open = { type: 'link.opened', url: link } as const
const moved = 'http://ota.test/old/demo.jad'

/** The descriptor has moved. */
function serveMoved(request: HttpRequest): LiteralAnswer {
  return request.url === moved ? { status: 302, headers: [['Location', link]] } : serve(request)
}

function openMoved() {
  const world = openHandset({ answer: serveMoved, behaviour: { asks: () => true } })
  world.handset.powerOn()
  world.handset.send({ type: 'link.opened', url: moved })
  return world
}

describe('a phone that asks before it follows a redirect', () => {
  it('goes there when the user says so', async () => {
    const world = openMoved()
    await world.until('prompt.shown')
    expect(world.sent()).toEqual(['GET /old/demo.jad'])
    await world.send({ type: 'user.answered', prompt: 'redirect', answer: 'accept' })
    await world.until('descriptor.accepted')
    expect(world.sent()).toEqual(['GET /old/demo.jad', 'GET /suites/demo.jad'])
  })

  it('leaves it when the user does not want to', async () => {
    const world = openMoved()
    await world.until('prompt.shown')
    await world.send({ type: 'user.answered', prompt: 'redirect', answer: 'refuse' })
    await world.rest()
    expect(world.sent()).toEqual(['GET /old/demo.jad'])
    expect(world.events.at(-1)).toMatchObject({
      type: 'install.settled',
      outcome: 'dead-end',
      reason: 'HTTP status 302',
    })
  })
})

describe('credentials', () => {
  const typed = { kind: 'right', user: 'qa', password: 'secret' } as const
  const basic: LiteralAnswer = { status: 401, headers: [['WWW-Authenticate', 'Basic realm="x"']] }

  async function openProtected(keepsCredentialsOnRedirect: boolean) {
    const world = openHandset({
      behaviour: { keepsCredentialsOnRedirect },
      answer: (request) => {
        if (request.url !== moved) return serve(request)
        return request.headers.some(([name]) => name === 'Authorization')
          ? serveMoved(request)
          : basic
      },
    })
    world.handset.powerOn()
    world.handset.send({ type: 'link.opened', url: moved })
    await world.until('prompt.shown')
    await world.send({ type: 'user.answered', prompt: 'credentials', answer: 'accept', typed })
    await world.until('descriptor.accepted')
    return world.http.requests.map(({ headers }) =>
      headers.some(([name]) => name === 'Authorization'),
    )
  }

  it('go along with a redirect', async () => {
    expect(await openProtected(true)).toEqual([false, true, true])
  })

  it('are dropped on a redirect where the phone does so', async () => {
    expect(await openProtected(false)).toEqual([false, true, false])
  })
})

it('a phone that asks nobody installs by itself', async () => {
  const world = openHandset({ behaviour: { asks: () => false } })
  world.handset.powerOn()
  world.handset.send(open)
  await world.rest()
  expect(world.told()).not.toContain('prompt.shown')
  expect(world.events.at(-1)).toMatchObject({ type: 'report.delivered' })
})

const deletion: QueuedReport = {
  id: 'report.1',
  kind: 'delete',
  url: 'http://ota.test/d/9',
  code: 912,
  attempts: 0,
  suiteId: undefined,
}

describe('a deletion that waits for the next installation', () => {
  async function install(sendsWaiting: 'before the package' | 'after the package') {
    const flash = { ...emptyFlash, reports: [deletion], lastId: 1 }
    const world = openHandset({ behaviour: { sendsWaiting }, flash })
    world.handset.powerOn()
    world.handset.send(open)
    await world.until('prompt.shown')
    world.handset.send(accept)
    await world.rest()
    return world.sent()
  }

  it('is reported before the package is fetched', async () => {
    expect(await install('before the package')).toEqual([
      'GET /suites/demo.jad',
      'POST /d/9 912',
      'GET /suites/demo.jar',
      'POST /n/1 900',
    ])
  })

  it('is reported once the package is there, on phones that do so', async () => {
    expect(await install('after the package')).toEqual([
      'GET /suites/demo.jad',
      'GET /suites/demo.jar',
      'POST /d/9 912',
      'POST /n/1 900',
    ])
  })
})

describe('a report that is not taken', () => {
  const away: LiteralAnswer = { status: 302, headers: [['Location', 'http://ota.test/m/1']] }

  async function report(behaviour: Partial<Behaviour>) {
    const answer = (request: HttpRequest) => (request.method === 'POST' ? away : serve(request))
    const world = openHandset({ behaviour: { ...behaviour, asks: () => false }, answer })
    world.handset.powerOn()
    world.handset.send(open)
    await world.rest()
    return {
      posts: world.sent().filter((one) => one.startsWith('POST')),
      last: world.events.at(-1),
    }
  }

  it('is kept after one attempt', async () => {
    const { posts, last } = await report({})
    expect(posts).toEqual(['POST /n/1 900'])
    expect(last).toMatchObject({ type: 'report.kept', attempts: 1 })
  })

  it('is sent again at once within the same attempt by phones that do so', async () => {
    const { posts, last } = await report({ repeatsReport: (_, repeats) => repeats < 2 })
    expect(posts).toEqual(['POST /n/1 900', 'POST /n/1 900', 'POST /n/1 900'])
    expect(last).toMatchObject({ type: 'report.kept', attempts: 1 })
  })

  it('is given up after as many attempts as its kind is worth', async () => {
    const { posts, last } = await report({
      reportAttemptsMax: ({ code }) => (code === 900 ? 1 : 5),
    })
    expect(posts).toEqual(['POST /n/1 900'])
    expect(last).toMatchObject({ type: 'report.abandoned', attempts: 1 })
  })
})

it('a removal can be reported at once', async () => {
  const suite = { ...plainSuite, deleteNotify: 'http://ota.test/d/1' }
  const flash = { ...emptyFlash, suites: [suite], lastId: 1 }
  const world = openHandset({
    flash,
    behaviour: { dueReports: ({ reports }, { kind }) => (kind === 'suite removed' ? reports : []) },
  })
  world.handset.powerOn()
  world.handset.send({ type: 'suite.chosen', suite, for: 'removal' })
  await world.until('prompt.shown')
  await world.send({ type: 'user.answered', prompt: 'delete', answer: 'accept' })
  await world.rest()
  expect(world.sent()).toEqual(['POST /d/1 912'])
})
