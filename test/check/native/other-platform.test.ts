/** A link that was made for one platform, opened by a phone of another, as the policy of the target is. */
import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/native/other-platform.ts'
import { packClient, specsOf } from '../../../src/reference/native/packages.ts'
import type { CaseFacts } from '../../../src/trace/events.ts'
import type { Policies } from '../../../src/trace/policies.ts'
import { ordered } from '../ticket/ticket-trace.ts'
import {
  caseFacts,
  demoJar,
  descriptorText,
  exchanged,
  findings,
  jadType,
} from '../trace-builder.ts'
import { jarType, traceOf } from '../trace-builder.ts'
import type { ExchangeSketch, SketchedFact } from '../trace-builder.ts'

const url = 'http://ota.test/client-for-symbian-9'
const ticket = 'http://ota.test/t/4f1c7be09a3d52886e0b91d7c3fa2e55/client'
const specs = specsOf({ major: 1, minor: 2, build: 0 })

const ofOs = (osVersion: string): Partial<CaseFacts['profile']> => ({
  platform: 'symbian',
  symbian: { edition: 's60', osVersion, productUids: [] },
})
const mobile: Partial<CaseFacts['profile']> = {
  platform: 'windows-mobile',
  windowsMobile: { release: '6.0', osVersion: '5.2', processor: 2577 },
}
const java: Partial<CaseFacts['profile']> = {}

interface Played {
  readonly policies?: Policies
  readonly profile?: Partial<CaseFacts['profile']>
  readonly name?: string
  readonly facts?: readonly SketchedFact[]
}

function told(sketches: readonly ExchangeSketch[], played: Played = {}): readonly string[] {
  const { policies, profile = mobile, name = 'client-for-symbian-9', facts = [] } = played
  const { target, profile: plain } = caseFacts()
  const purpose = profile.platform === undefined ? 'descriptor' : 'package'
  const trace = traceOf(
    [...facts, ...sketches.map((sketch) => exchanged({ purpose, url, ...sketch }))],
    {
      profile: { ...plain, ...profile },
      target: { ...target, links: [[name, url]], ...(policies === undefined ? {} : { policies }) },
    },
  )
  return findings(check, trace).map(({ verdict, reason }) => `${verdict}: ${reason}`)
}

const sisx = packClient('sisx', specs)
const given: ExchangeSketch = { headers: [['Content-Type', 'x-epoc/x-sisx-app']], body: sisx }
const page: ExchangeSketch = {
  headers: [['Content-Type', 'text/html']],
  body: '<html><p>This link is for another phone.</p></html>',
}
const refused: ExchangeSketch = { ...page, status: 403 }
const serves: Played = { policies: { otherPlatform: 'serves' } }
const refuses: Played = { policies: { otherPlatform: 'refuses' } }

describe('a phone of another platform', () => {
  it.each([
    [
      'gives the package',
      given,
      'pass: status 200 with x-epoc/x-sisx-app: what was ordered, whoever asks',
    ],
    [
      'gives a part of it',
      { ...given, status: 206, requestHeaders: [['Range', 'bytes=0-']] },
      'pass: status 206 with x-epoc/x-sisx-app: what was ordered, whoever asks',
    ],
    [
      'answers HEAD',
      { ...given, method: 'HEAD', body: '' },
      'pass: status 200 with x-epoc/x-sisx-app: what was ordered, whoever asks',
    ],
    [
      'refuses',
      refused,
      'fail: Unexpected status 403 with text/html for a phone of another platform, expected what was ordered (policies.other-platform: serves).',
    ],
    [
      'gives the package for the phone that asks',
      {
        headers: [['Content-Type', 'application/vnd.ms-cab-compressed']],
        body: packClient('pocket-pc', specs),
      },
      'fail: Unexpected status 200 with application/vnd.ms-cab-compressed for a phone of another platform, expected what was ordered (policies.other-platform: serves).',
    ],
    [
      'is busy',
      { ...page, status: 503 },
      'inconclusive: the server did not come to what the link leads to',
    ],
    [
      'redirects to where the phone did not go',
      { status: 302, headers: [['Location', 'http://ota.test/elsewhere']] },
      'inconclusive: the server did not come to what the link leads to',
    ],
    [
      'does not know HEAD',
      { ...page, method: 'HEAD', status: 405, body: '' },
      'inconclusive: the server did not come to what the link leads to',
    ],
    [
      'breaks off',
      { ...given, failure: { cause: 'reset', detail: 'ECONNRESET' } },
      'inconclusive: the server did not come to what the link leads to',
    ],
  ] as const)('is served by a server that %s', (_, sketch, said) => {
    expect(told([sketch], serves)).toEqual([said])
  })

  it.each([
    ['says so on a page', refused, 'pass: status 403 with text/html: a refusal with a text'],
    ['says so on a page with 200', page, 'pass: status 200 with text/html: a refusal with a text'],
    [
      'says so in plain text',
      { status: 406, headers: [['Content-Type', 'text/plain']], body: 'Not for this phone.' },
      'pass: status 406 with text/plain: a refusal with a text',
    ],
    [
      'refuses HEAD',
      { ...refused, method: 'HEAD', body: '' },
      'pass: status 403 with text/html: a refusal',
    ],
    [
      'gives the package',
      given,
      'fail: Unexpected status 200 with x-epoc/x-sisx-app for a phone of another platform, expected a refusal that its user can read (policies.other-platform: refuses).',
    ],
    [
      'sends it along with the refusal',
      { ...given, status: 403 },
      'fail: Unexpected status 403 with x-epoc/x-sisx-app for a phone of another platform, expected a refusal that its user can read (policies.other-platform: refuses).',
    ],
    [
      'says nothing',
      { ...refused, body: '<html><style>p { margin: 0; padding: 0 }</style><p></p></html>' },
      'fail: Unexpected status 403 with text/html for a phone of another platform without a text to read, expected a refusal that its user can read (policies.other-platform: refuses).',
    ],
    [
      'says it in octets',
      { ...refused, headers: [['Content-Type', 'application/octet-stream']] },
      'fail: Unexpected status 403 with application/octet-stream for a phone of another platform without a text to read, expected a refusal that its user can read (policies.other-platform: refuses).',
    ],
    [
      'falls over it',
      { ...page, status: 500 },
      'fail: Unexpected status 500 with text/html for a phone of another platform, expected a refusal that its user can read (policies.other-platform: refuses).',
    ],
    [
      'asks who it is',
      { ...page, status: 401 },
      'inconclusive: the server did not come to what the link leads to',
    ],
  ] as const)('is refused by a server that %s', (_, sketch, said) => {
    expect(told([sketch], refuses)).toEqual([said])
  })

  it.each([
    ['a refusal', refused, 'status 403 with text/html'],
    ['the package', given, 'status 200 with x-epoc/x-sisx-app'],
  ] as const)('is told apart by no policy: %s is not judged', (_, sketch, answer) => {
    expect(told([sketch])).toEqual([
      `inconclusive: ${answer}: whether that is right is a policy: add policies: { other-platform: serves } or refuses to the target file`,
    ])
  })

  it('is refused behind a redirect too', () => {
    const hop: ExchangeSketch = { status: 302, headers: [['Location', '/sorry']] }
    expect(told([hop, { ...page, url: 'http://ota.test/sorry' }], refuses)).toEqual([
      'pass: status 200 with text/html: a refusal with a text',
    ])
  })

  it('may open a link that was made for one phone', () => {
    const facts = ordered(0, ticket).map((fact) =>
      fact.type === 'ticket.ordered' ? { ...fact, app: 'client-for-symbian-9' } : fact,
    )
    expect(told([{ ...refused, url: ticket }], { ...refuses, facts })).toEqual([
      'pass: status 403 with text/html: a refusal with a text',
    ])
  })
})

const absent =
  'not-applicable: no link that was made for one platform was opened by a phone of another'
const jad: ExchangeSketch = { headers: [jadType], body: descriptorText() }
const jar: ExchangeSketch = { headers: [jarType], body: demoJar() }
const saysIts = (name: string): ExchangeSketch => ({
  ...given,
  requestHeaders: [['User-Agent', name]],
})
const served = (type: string) => `pass: status 200 with ${type}: what was ordered, whoever asks`

describe('a link', () => {
  it.each([
    ['for Symbian OS 9 on such a phone', 'client-for-symbian-9', ofOs('9.1'), given, absent],
    [
      'for Symbian OS 9 on an older one',
      'client-for-symbian-9',
      ofOs('8.0a'),
      given,
      served('x-epoc/x-sisx-app'),
    ],
    [
      'for Symbian OS 9 on a Java phone',
      'client-for-symbian-9',
      java,
      given,
      served('x-epoc/x-sisx-app'),
    ],
    [
      'for Symbian OS 9 on a Java phone that calls itself one of Symbian',
      'client-for-symbian-9',
      java,
      saysIts('SymbianOS/9.4; Series60/5.0; Profile/MIDP-2.1'),
      absent,
    ],
    [
      'for Symbian OS 9 on a Java phone that does not say so',
      'client-for-symbian-9',
      java,
      saysIts('SIE-S55/16 UP.Browser/6.1.0.5.c.4 (GUI) MMP/1.0'),
      absent,
    ],
    ['for Java on a Java phone', 'client-for-java', java, jad, absent],
    [
      'for Java on Symbian',
      'client-for-java',
      ofOs('9.1'),
      jad,
      served('text/vnd.sun.j2me.app-descriptor'),
    ],
    [
      'for Java without descriptor on Symbian',
      'client-for-java',
      ofOs('9.1'),
      jar,
      served('application/java-archive'),
    ],
    ['for Pocket PC on Windows Mobile', 'client-for-pocket-pc', mobile, given, absent],
    ['for whoever asks', 'client', mobile, given, absent],
  ] as const)('%s', (...row) => {
    const [, name, profile, sketch, said] = row
    expect(told([sketch], { ...serves, name, profile })).toEqual([said])
  })
})
