import { describe, expect, it } from 'vitest'
import { compareWithExpected } from '../../src/run/expectation.ts'
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
      reason:
        'expected an installed suite, but the installation was cancelled with 902: the user refused',
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
      reason: 'expected an installed suite, but the phone came to no end',
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
      reason: 'step 5 of the scenario (await) failed: no suite.removed within 1 s',
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

describe('a scenario that could not go on', () => {
  const text =
    'steps:\n  - open: { link: demo }\n  - answer: { prompt: install, with: refuse }\n  - await: { event: install.settled }'

  it('is told by where the link led, and then by the step', async () => {
    const arrival = await arrive(text, { outcome: 'cancelled' }, () => ({ status: 404 }))
    expect(arrival.reason).toBe(
      'expected a cancellation, but the link led to no suite: HTTP status 404; step 2 of the scenario (answer) failed: the phone did not ask (install)',
    )
  })

  it('is told by the step alone where nothing had ended', async () => {
    const arrival = await arrive('steps:\n  - launch: last', { outcome: 'installed' })
    expect(arrival.reason).toBe('step 1 of the scenario (launch) failed: no suite is installed')
  })
})

describe('what a target does not offer', () => {
  it('is nothing where it offers it', async () => {
    const { trace } = await playText(open)
    expect(gatherEvidenceOfAbsence(trace, ['install-notify', 'delete-notify'])).toBe(undefined)
  })

  it('is a link of a page, where the user finds none of that text', async () => {
    const page = '<html><body><a href="demo.jad">Demo</a></body></html>'
    const { trace } = await playText(
      'steps:\n  - open: { link: demo }\n  - choose: { text: About }',
      () => ({ status: 200, headers: [['Content-Type', 'text/html']], body: Buffer.from(page) }),
    )
    expect(gatherEvidenceOfAbsence(trace, [])).toBe('the page has no link with the text "About"')
  })

  it('is a page to go on to behind a download descriptor that names none', async () => {
    const media = (next: string) =>
      `<media xmlns="http://www.openmobilealliance.org/xmlns/dd"><type>image/png</type><size>9</size><objectURI>http://ota.test/a.png</objectURI>${next}</media>`
    const told = async (next: string) => {
      const { trace } = await playText('steps:\n  - open: { link: demo }\n  - advance: 1m', () => ({
        status: 200,
        headers: [['Content-Type', 'application/vnd.oma.dd+xml']],
        body: Buffer.from(media(next)),
      }))
      return gatherEvidenceOfAbsence(trace, ['next-page'])
    }
    expect(await told('')).toBe('the download descriptor has no nextURL')
    expect(await told('<nextURL>http://ota.test/more</nextURL>')).toBe(undefined)
  })

  it('is not known before a descriptor came', async () => {
    const { trace } = await playText(open, () => ({ status: 404 }))
    expect(gatherEvidenceOfAbsence(trace, ['install-notify'])).toBe(undefined)
  })
})
