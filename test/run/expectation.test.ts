import { describe, expect, it } from 'vitest'
import { compareWithExpected } from '../../src/run/expectation.ts'
import { isUnreached } from '../../src/run/judge-case.ts'
import { gatherEvidenceOfAbsence } from '../../src/run/offers.ts'
import { serve } from '../handset/handset-world.ts'
import { makeDescriptor } from '../handset/rules/descriptor-maker.ts'
import { playText } from './play-text.ts'

const open = 'steps:\n  - open: { link: demo }\n  - await: { event: install.settled }'
const refuse =
  'steps:\n  - open: { link: demo }\n  - answer: { prompt: install, with: refuse }\n  - await: { event: install.settled }'

const installed = { kind: 'installed', code: 900, reason: 'installed' }

async function arrive(
  text: string,
  expected: Parameters<typeof compareWithExpected>[1],
  answer = serve,
) {
  const { trace } = await playText(text, answer)
  return compareWithExpected(trace, expected)
}

describe('where a scenario leads', () => {
  it('is reached by outcome and report', async () => {
    expect(await arrive(open, { outcome: 'installed', report: 900 })).toEqual({
      outcome: installed,
      met: true,
      reason: undefined,
    })
  })

  it('is missed by another outcome', async () => {
    expect(await arrive(refuse, { outcome: 'installed' })).toEqual({
      outcome: { kind: 'cancelled', code: 902, reason: 'the user refused' },
      met: false,
      reason: 'expected installed, came to cancelled (902): the user refused',
    })
  })

  it('is missed by another report', async () => {
    expect(await arrive(refuse, { outcome: 'cancelled', report: 900 })).toMatchObject({
      met: false,
      reason: 'expected a report of 900, sent 902',
    })
  })

  it('is missed by another protection domain', async () => {
    expect(await arrive(open, { outcome: 'installed', domain: 'operator' })).toMatchObject({
      met: false,
      reason: 'expected a suite in the domain operator, installed none that is signed',
    })
  })

  it('is missed where nothing was settled', async () => {
    expect(await arrive('steps:\n  - advance: 1s', { outcome: 'installed' })).toEqual({
      outcome: undefined,
      met: false,
      reason: 'expected installed, came to nothing',
    })
  })

  it('is missed where a step failed, whatever came after', async () => {
    expect(
      await arrive(
        `${open}\n  - fetch: { what: notify-url }\n  - launch: last\n  - await: { event: suite.removed, within: 1s }`,
        { outcome: 'installed' },
      ),
    ).toMatchObject({
      met: false,
      reason: 'step 5 (await) failed: no suite.removed within 1000 ms',
    })
  })

  it('does not ask for a report that the target wants nobody to send', async () => {
    const silent: typeof serve = (request) =>
      request.url.endsWith('.jad')
        ? {
            status: 200,
            headers: [['Content-Type', 'text/vnd.sun.j2me.app-descriptor']],
            body: makeDescriptor({ 'MIDlet-Install-Notify': undefined, 'MIDlet-Jar-Size': '1' }),
          }
        : serve(request)
    expect(await arrive(open, { outcome: 'refused', report: 904 }, silent)).toMatchObject({
      met: true,
    })
    const { trace } = await playText(open, silent)
    expect(gatherEvidenceOfAbsence(trace, ['install-notify'])).toBe(
      'the descriptor has no MIDlet-Install-Notify',
    )
    expect(gatherEvidenceOfAbsence(trace, ['clock'])).toBe(undefined)
  })

  it('asks for anything where nothing is expected', async () => {
    expect(await arrive(refuse, {})).toMatchObject({ met: true })
  })
})

describe('what a target does not offer', () => {
  it('is nothing where it offers it', async () => {
    const { trace } = await playText(open)
    expect(gatherEvidenceOfAbsence(trace, ['install-notify', 'delete-notify'])).toBe(undefined)
  })

  it('is not known before a descriptor came', async () => {
    const { trace } = await playText(open, () => ({ status: 404 }))
    expect(gatherEvidenceOfAbsence(trace, ['install-notify'])).toBe(undefined)
  })
})

describe('a target that cannot be reached', () => {
  it.each([
    ['refuses connections', 'refused', true],
    ['has no address', 'dns', true],
    ['fails the handshake', 'tls', true],
    ['never answers', 'timeout', true],
    ['breaks connections', 'reset', false],
    ['answers garbage', 'malformed', false],
  ] as const)('is one that %s', async (_, cause, isIt) => {
    const { trace } = await playText(open, () => ({ failure: { cause, detail: '' } }))
    expect(isUnreached(trace)).toBe(isIt)
  })

  it('is none that answered once', async () => {
    const { trace } = await playText(open, (request) =>
      request.url.endsWith('.jad') ? serve(request) : { failure: { cause: 'refused', detail: '' } },
    )
    expect(isUnreached(trace)).toBe(false)
  })

  it('is none that nobody asked', async () => {
    const { trace } = await playText(`steps:\n  - coverage: lost\n  - open: { link: demo }`)
    expect(isUnreached(trace)).toBe(false)
  })

  it('is one even where the network was to delay its answers', async () => {
    const { trace } = await playText(
      'steps:\n  - fault: { on: descriptor, do: delay, for: 1m }\n  - open: { link: demo }',
      () => ({ failure: { cause: 'refused', detail: '' } }),
    )
    expect(isUnreached(trace)).toBe(true)
  })
})
