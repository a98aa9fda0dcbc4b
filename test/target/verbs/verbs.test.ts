import { describe, expect, it } from 'vitest'
import { parseTarget } from '../../../src/target/target.ts'
import type { ProgramEnd, VerbAnswer, VerbPorts } from '../../../src/target/verbs/ports.ts'
import { createVerbs } from '../../../src/target/verbs/verbs.ts'
import type { Verbs } from '../../../src/target/verbs/verbs.ts'

const octets = (text: string) => new TextEncoder().encode(text)

interface Script {
  readonly answer?: VerbAnswer
  readonly end?: ProgramEnd
  readonly person?: 'done' | 'refused' | 'nobody'
}

/** The verbs of a target file, and all that they asked for. */
function open(text: string, script: Script = {}): { verbs: Verbs; asked: unknown[] } {
  const asked: unknown[] = []
  const keep = <T>(value: unknown, answer: T): Promise<T> => {
    asked.push(value)
    return Promise.resolve(answer)
  }
  const fine: VerbAnswer = { kind: 'answer', status: 200, reason: 'OK', body: octets('') }
  const ports: VerbPorts = {
    http: {
      ask: ({ body, ...request }) =>
        keep({ ...request, body: body && new TextDecoder().decode(body) }, script.answer ?? fine),
    },
    program: {
      run: (call) => keep(call, script.end ?? { kind: 'ended', code: 0, output: octets('') }),
    },
    person: { ask: (question) => keep(question, script.person ?? 'done') },
  }
  const whole = `links: { demo: "http://ota.test/a" }\n${text}`
  const { verbs = { by: {}, folder: '' }, credentials } = parseTarget(whole, 'conf/target.yaml')
  return { verbs: createVerbs(verbs, ports, credentials), asked }
}

const push = { 'handset.msisdn': '+999 1', app: 'demo', link: 'http://ota.test/a?b=1&c=2' }

describe('a verb by http', () => {
  it.each([
    [
      'form: { to: "${handset.msisdn}", u: "${link}" }',
      'to=%2B999+1&u=http%3A%2F%2Fota.test%2Fa%3Fb%3D1%26c%3D2',
      'application/x-www-form-urlencoded',
    ],
    [
      'json: { to: ["${handset.msisdn}"], n: 1, t: true, z: null }',
      '{"to":["+999 1"],"n":1,"t":true,"z":null}',
      'application/json',
    ],
    ['body: "${app}"', 'demo', 'text/plain; charset=utf-8'],
  ])('sends %s', async (body, sent, type) => {
    const { verbs, asked } = open(
      `verbs: { push: { http: { url: "http://gw.test/p?a=\${link}", ${body} } } }`,
    )
    expect(await verbs.ask('push', push)).toEqual({
      kind: 'done',
      detail: 'POST http://gw.test/p: 200 OK',
      output: '',
    })
    expect(asked).toEqual([
      {
        method: 'POST',
        url: 'http://gw.test/p?a=http%3A%2F%2Fota.test%2Fa%3Fb%3D1%26c%3D2',
        headers: [['Content-Type', type]],
        body: sent,
        timeoutMs: 30_000,
      },
    ])
  })

  it.each([
    [
      { kind: 'answer', status: 401, reason: 'Unauthorized', body: octets('who\nare you') },
      'refused',
      'GET http://gw.test/: 401 Unauthorized, "who"',
      'Give what it wants in headers, such as Authorization.',
    ],
    [
      { kind: 'answer', status: 302, reason: '', body: octets('') },
      'refused',
      'GET http://gw.test/: 302',
      'Redirects are not followed: give the URL it leads to.',
    ],
    [
      { kind: 'failure', cause: 'timeout', detail: 'no whole answer in 5 ms' },
      'timeout',
      'GET http://gw.test/: no whole answer in 5 ms',
      'timeoutMs beside http gives it more time.',
    ],
    [
      { kind: 'failure', cause: 'untrusted', detail: 'self-signed certificate' },
      'untrusted',
      'GET http://gw.test/: self-signed certificate',
      'This machine does not believe its certificate: set NODE_EXTRA_CA_CERTS to the file of its root, as PEM.',
    ],
  ] as const)('fails on %j', async (answer, cause, detail, hint) => {
    const { verbs } = open('verbs: { reset: { http: { url: "http://gw.test/" } } }', { answer })
    expect(await verbs.ask('reset', {})).toEqual({ kind: 'failed', cause, detail, hint })
  })
})

describe('a verb by a program', () => {
  it('gives it its words in the folder of the target file', async () => {
    const { verbs, asked } = open('verbs: { clock: { exec: [./c, "+${ms}"], timeoutMs: 900 } }')
    await verbs.ask('clock', { ms: '5000', seconds: '5', instant: '' })
    expect(asked).toEqual([{ words: ['./c', '+5000'], folder: 'conf', timeoutMs: 900 }])
  })

  it.each([
    [
      { kind: 'ended', code: 3, output: octets('one\nno database\n') },
      'refused',
      './c ended with 3, "no database"',
      undefined,
    ],
    [
      { kind: 'not started', code: 'EACCES', detail: 'spawn ./c EACCES' },
      'unreachable',
      './c was not started: spawn ./c EACCES',
      'Make it executable: chmod +x.',
    ],
    [
      { kind: 'killed', cause: 'limit', detail: 'wrote too much' },
      'limit',
      './c wrote too much',
      undefined,
    ],
  ] as const)('fails on %j', async (end, cause, detail, hint) => {
    const { verbs } = open('verbs: { reset: { exec: [./c] } }', { end })
    expect(await verbs.ask('reset', {})).toEqual({
      kind: 'failed',
      cause,
      detail,
      ...(hint === undefined ? {} : { hint }),
    })
  })
})

describe('a verb by a person', () => {
  it.each([
    ['done', 'done', 'a person did it: Publish demo'],
    ['refused', 'failed', 'a person did not do it: Publish demo'],
    ['nobody', 'failed', 'nobody answered at a terminal: Publish demo'],
  ] as const)('who says %s', async (person, kind, detail) => {
    const { verbs, asked } = open('verbs: { publish: { manual: "Publish ${app}" } }', { person })
    const outcome = await verbs.ask('publish', { app: 'demo', link: '' })
    expect([outcome.kind, outcome.detail]).toEqual([kind, detail])
    expect(asked).toEqual(['Publish demo\n  Done?'])
  })
})

describe('the verb that cancels an order', () => {
  const order = {
    app: 'client',
    link: 'http://ota.test/c',
    'handset.msisdn': '+9991',
    'ticket.link': 'http://ota.test/t/5?a=b',
  }

  it.each([
    [
      'http: { method: DELETE, url: "http://ota.test/orders?of=${ticket.link}" }',
      {
        method: 'DELETE',
        url: 'http://ota.test/orders?of=http%3A%2F%2Fota.test%2Ft%2F5%3Fa%3Db',
        headers: [],
        body: undefined,
        timeoutMs: 30_000,
      },
    ],
    [
      'exec: [./cancel, "${handset.msisdn}", "${app}"]',
      { words: ['./cancel', '+9991', 'client'], folder: 'conf', timeoutMs: 30_000 },
    ],
    [
      'manual: "Cancel ${link} for ${handset.msisdn}."',
      'Cancel http://ota.test/c for +9991.\n  Done?',
    ],
  ])('names it by %s', async (way, said) => {
    const { verbs, asked } = open(`verbs: { cancel: { ${way} } }`)
    expect((await verbs.ask('cancel', order)).kind).toBe('done')
    expect(asked).toEqual([said])
    expect(verbs.uses('cancel', 'ticket.link')).toBe(way.includes('ticket.link'))
  })
})

describe('verbs', () => {
  it('are not asked any more after three failures in a row', async () => {
    const { verbs, asked } = open('verbs: { reset: { manual: Reset }, logs: { manual: Logs } }', {
      person: 'nobody',
    })
    for (let time = 0; time < 4; time += 1) await verbs.ask('reset', {})
    expect(asked).toHaveLength(3)
    expect(await verbs.ask('reset', {})).toEqual({
      kind: 'failed',
      cause: 'given-up',
      detail: 'reset failed 3 times in a row and is not asked any more',
      hint: 'See `ota target doctor`.',
    })
    await verbs.ask('logs', { lines: '1' })
    expect(asked).toHaveLength(4)
  })

  it('say nothing of the credentials in a target file', async () => {
    const { verbs } = open(
      `credentials: { user: qa, password: hunter22 }
verbs:
  logs:
    http:
      url: "http://gw.test/?api_key=k-123456"
      headers: { Authorization: "Basic cWE6b3RoZXJwYXNz", X-Token: t-987654 }
  reset: { exec: [./r, --password, w-55555, --token=v-44444] }
`,
      {
        answer: {
          kind: 'answer',
          status: 200,
          reason: '',
          body: octets(
            'hunter22 cWE6aHVudGVyMjI= k-123456 cWE6b3RoZXJwYXNz otherpass t-987654 w-55555 v-44444 public',
          ),
        },
      },
    )
    const outcome = await verbs.ask('logs', { lines: '5' })
    expect(outcome.kind === 'done' && outcome.output).toBe(`${'[redacted] '.repeat(8)}public`)
  })

  it('that are not given say which line to add', async () => {
    expect(await open('').verbs.ask('push', push)).toEqual({
      kind: 'failed',
      cause: 'unreachable',
      detail: 'the target has no verb push',
      hint: 'Add verbs.push to the target file.',
    })
  })
})
