import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Received } from '../../../src/handset/behaviour.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import {
  examineDownload,
  objectInParts,
  refuseMissingObject,
  takeObject,
} from '../../../src/handset/rules/download.ts'
import type { DownloadAnswer } from '../../../src/handset/rules/download.ts'
import { writeDownloadDescriptor } from '../../../src/wire/download-descriptor.ts'
import type { DownloadDescriptor } from '../../../src/wire/download-descriptor.ts'
import { mutationsOf } from '../../wire/mutations.ts'

const url = 'http://ota.test/dd/1.dd'

const good: DownloadDescriptor = {
  types: ['image/png'],
  size: 4,
  objectUri: 'square.png',
  installNotifyUri: 'http://ota.test/n/1',
  nextUrl: '/more#top',
  version: '1.0',
  name: 'Square',
}

function examine(octets: Uint8Array, freeBytes = 100): DownloadAnswer {
  const habits = strict.download
  return examineDownload({ octets, charset: undefined, url, freeBytes, habits })
}

function verdictOn(changes: Partial<DownloadDescriptor>, freeBytes?: number): unknown {
  const answer = examine(writeDownloadDescriptor({ ...good, ...changes }), freeBytes)
  return answer.kind === 'proceed' ? 'proceed' : [answer.refusal.code, answer.refusal.reason]
}

describe('an object that came with its descriptor', () => {
  const part = {
    headers: [
      ['Content-Type', 'image/png'],
      ['Content-ID', '<a@b>'],
    ] as const,
    body: Uint8Array.of(1, 2, 3, 4),
    offset: 0,
    bodyOffset: 0,
    transferEncoding: undefined,
  }

  function received(objectUri: string, parts?: readonly (typeof part)[]): unknown {
    const octets = writeDownloadDescriptor({ ...good, objectUri })
    const habits = strict.download
    const answer = examineDownload({
      octets,
      charset: undefined,
      url,
      freeBytes: 9,
      habits,
      parts,
    })
    return answer.kind === 'proceed' ? objectInParts(answer.plan) : answer.refusal.code
  }

  it('is the part that it names', () => {
    expect(received('cid:a@b', [part])).toEqual({
      kind: 'response',
      url: 'cid:a@b',
      status: 200,
      headers: part.headers,
      body: part.body,
    })
  })

  it('is not available where no part is called so', () => {
    expect(received('cid:c@d', [part])).toEqual({
      kind: 'failure',
      url: 'cid:c@d',
      cause: 'unreachable',
      detail: 'no part of the response is called cid:c@d',
    })
  })

  it('is still to be fetched where it has an address of its own', () => {
    expect(received('square.png', [part])).toBe(undefined)
  })

  it('is nothing that a phone could ask for where the descriptor came alone', () => {
    expect(received('cid:a@b')).toBe(906)
  })
})

describe('a download descriptor', () => {
  it('says what comes, resolved against where it lay', () => {
    expect(examine(writeDownloadDescriptor(good))).toEqual({
      kind: 'proceed',
      plan: {
        url,
        objectUrl: 'http://ota.test/dd/square.png',
        mediaTypes: ['image/png'],
        bytes: 4,
        use: 'content',
        name: 'Square',
        vendor: undefined,
      },
      installNotify: 'http://ota.test/n/1',
      nextUrl: 'http://ota.test/more',
    })
  })

  it.each<readonly [string, Partial<DownloadDescriptor>, unknown]>([
    ['without a type', { types: [] }, [906, 'type is missing']],
    ['without a size', { size: undefined }, [906, 'size is missing, or no number above 0']],
    ['of no octets', { size: 0 }, [906, 'size is missing, or no number above 0']],
    ['without an object', { objectUri: undefined }, [906, 'objectURI is missing']],
    ['for ftp', { objectUri: 'ftp://a/b' }, [906, 'objectURI is not a usable URL']],
    ['of the next version', { version: '2.0' }, [951, 'DDVersion is "2.0", not 1.0']],
    ['of version 10.0', { version: '10.0' }, [951, 'DDVersion is "10.0", not 1.0']],
    ['of version 1.1', { version: '1.1' }, 'proceed'],
    ['of no version', { version: undefined }, 'proceed'],
    ['of more than there is room', { size: 101 }, [901, '101 octets needed, 100 free']],
    ['of as much as there is room', { size: 100 }, 'proceed'],
    [
      'of a type that nobody takes',
      { types: ['image/png', 'a/b'] },
      [953, 'nothing on this phone takes "a/b"'],
    ],
    ['of a suite', { types: ['application/java-archive'] }, 'proceed'],
  ])('%s: %j is %j', (_, changes, verdict) => {
    expect(verdictOn(changes)).toEqual(verdict)
  })

  it('is looked at in this order: elements, version, memory, types', () => {
    const wrong = { version: '2.0', size: 1000, types: ['a/b'] }
    expect([
      verdictOn({ ...wrong, objectUri: undefined }),
      verdictOn(wrong),
      verdictOn({ ...wrong, version: '1.0' }),
      verdictOn({ ...wrong, version: '1.0', size: 1 }),
    ]).toEqual([
      [906, 'objectURI is missing'],
      [951, 'DDVersion is "2.0", not 1.0'],
      [901, '1000 octets needed, 100 free'],
      [953, 'nothing on this phone takes "a/b"'],
    ])
  })

  it('that is refused still says where to report, and what follows', () => {
    const { installNotify, nextUrl } = examine(writeDownloadDescriptor({ ...good, types: [] }))
    expect([installNotify, nextUrl]).toEqual(['http://ota.test/n/1', 'http://ota.test/more'])
  })

  it('that cannot be read is reported to nobody', () => {
    const octets = writeDownloadDescriptor(good)
    expect(examine(octets.slice(0, 100))).toEqual({
      kind: 'refuse',
      refusal: {
        code: 906,
        reason: expect.stringMatching(/^the download descriptor cannot be read: /),
      },
      installNotify: undefined,
      nextUrl: undefined,
    })
  })
})

const media = (inside: string) =>
  new TextEncoder().encode(
    `<media xmlns="http://www.openmobilealliance.org/xmlns/dd">${inside}</media>`,
  )

describe('a hostile download descriptor', () => {
  it.each([
    ['a tower of elements', media('<a>'.repeat(5000) + '</a>'.repeat(5000)), 'elementDepthMax'],
    ['a thousand thousand types', media('<type>a/b</type>'.repeat(12_000)), 'markupNodesMax'],
    ['megabytes', media('<name>' + 'x'.repeat(2_000_000) + '</name>'), 'markupBytesMax'],
    [
      'entities of entities',
      new TextEncoder().encode(
        '<!DOCTYPE media [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><media><name>&b;</name></media>',
      ),
      'entity',
    ],
  ])('of %s ends at a named limit, with 906', (_, octets, limit) => {
    const answer = examine(octets)
    expect(answer).toEqual({
      kind: 'refuse',
      refusal: { code: 906, reason: expect.stringContaining(limit) },
      installNotify: undefined,
      nextUrl: undefined,
    })
  })

  it('of two thousand types is refused for the first that is of no use, in few words', () => {
    const types = Array.from({ length: 2000 }, (__, index) => `x/${'y'.repeat(50)}${index}`)
    expect(verdictOn({ types })).toEqual([
      953,
      `nothing on this phone takes "x/${'y'.repeat(50)}0"`,
    ])
  })

  it('any octets, and any change of a good one, end in a plan or in a code of OMA Download', () => {
    const ends: ReadonlySet<number | undefined> = new Set([undefined, 901, 906, 951, 953])
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      mutationsOf([writeDownloadDescriptor(good)]),
    )
    fc.assert(
      fc.property(any, (octets) => {
        const answer = examine(octets)
        const code = answer.kind === 'refuse' ? answer.refusal.code : undefined
        const isPlanned = answer.kind === 'proceed' && answer.plan.bytes > 0
        expect([ends.has(code), isPlanned]).toEqual([true, code === undefined])
      }),
      { numRuns: 2000 },
    )
  })
})

const plan = {
  url,
  objectUrl: 'http://ota.test/square.png',
  mediaTypes: ['image/png', 'image/gif'],
  bytes: 4,
  use: 'content',
  name: undefined,
  vendor: undefined,
} as const

function came(contentType: string | undefined, bytes: number) {
  return {
    kind: 'response',
    url,
    status: 200,
    headers: contentType === undefined ? [] : [['Content-Type', contentType] as const],
    body: new Uint8Array(bytes),
  } as const
}

describe('the object that comes', () => {
  it.each([
    ['as stated', 'image/png', 4, undefined],
    ['with a parameter', 'IMAGE/PNG; q=1', 4, undefined],
    ['as another of its types', 'image/gif', 4, undefined],
    ['without a type', undefined, 4, undefined],
    [
      'as something else',
      'text/html',
      4,
      'the object came as "text/html", not as "image/png, image/gif"',
    ],
    ['with an octet too few', 'image/png', 3, 'the object has 3 octets, not 4'],
    ['with an octet too many', 'image/png', 5, 'the object has 5 octets, not 4'],
  ])('%s (%s, %i octets) is %s', (_, contentType, bytes, reason) => {
    expect(takeObject(plan, came(contentType, bytes))).toEqual(
      reason === undefined ? undefined : { code: 905, reason },
    )
  })
})

describe('an object that does not come', () => {
  const failure = (cause: Extract<Received, { kind: 'failure' }>['cause']) =>
    ({ kind: 'failure', url, cause, detail: 'x' }) as const
  it.each<readonly [number, Received]>([
    [954, { ...came(undefined, 0), status: 404 }],
    [954, failure('unreachable')],
    [903, failure('interrupted')],
    [903, failure('no-coverage')],
    [902, failure('cancelled')],
  ])('is reported with %i where %j', (code, received) => {
    expect(refuseMissingObject(received).code).toBe(code)
  })
})
