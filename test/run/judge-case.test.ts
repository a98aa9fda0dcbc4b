import { describe, expect, it } from 'vitest'
import { defineCheck, fail, pass } from '../../src/check/check.ts'
import type { Check } from '../../src/check/check.ts'
import { judgeCase } from '../../src/run/judge-case.ts'
import type { CaseMeasure } from '../../src/run/judge-case.ts'
import type { Trace } from '../../src/trace/trace.ts'
import { serve } from '../handset/handset-world.ts'
import { makeDescriptor } from '../handset/rules/descriptor-maker.ts'
import { playText } from './play-text.ts'

const open = 'steps:\n  - open: { link: demo }\n  - await: { event: install.settled }'

function checkThat(verdict: 'pass' | 'fail' | 'throw', level: Check['level'] = 'must'): Check {
  return defineCheck({
    level,
    clause: 'MIDP2-OTA-JAD-01',
    title: 'A test judges',
    applies: () => true,
    absent: 'nothing',
    *judge({ evidence }) {
      const [place] = evidence.all('http.exchanged')
      if (verdict === 'throw' || place === undefined) throw new RangeError('a defect of ours')
      yield verdict === 'pass'
        ? pass(place, 'as it is to be')
        : fail(place, { actual: 'this', expected: 'that' })
    },
    explain: 'For tests.',
  })
}

const installed: CaseMeasure = {
  checks: [{ id: 'test/check', value: checkThat('pass') }],
  failOn: 'must',
  expected: { outcome: 'installed' },
  needs: [],
}

function measure(change: Partial<CaseMeasure>, ...checks: readonly Check[]): CaseMeasure {
  const entries = checks.map((value, index) => ({ id: `test/check-${index}`, value }))
  return { ...installed, ...(entries.length > 0 && { checks: entries }), ...change }
}

async function trace(text = open, answer = serve): Promise<Trace> {
  return (await playText(text, answer)).trace
}

const mute: typeof serve = (request) =>
  request.url.endsWith('.jad')
    ? {
        status: 200,
        headers: [['Content-Type', 'text/vnd.sun.j2me.app-descriptor']],
        body: makeDescriptor({ 'MIDlet-Install-Notify': undefined, 'MIDlet-Jar-Size': '1' }),
      }
    : serve(request)

describe('a case', () => {
  it('passes when it got there and every check passes', async () => {
    expect(judgeCase(await trace(), installed)).toMatchObject({
      verdict: 'pass',
      expectationMet: true,
      outcome: { kind: 'installed', code: 900 },
      findings: [{ check: 'test/check', verdict: 'pass' }],
    })
  })

  it('is inconclusive when it did not get there, whatever the checks say', async () => {
    const judged = judgeCase(await trace(), measure({ expected: { outcome: 'refused' } }))
    expect(judged).toMatchObject({
      verdict: 'inconclusive',
      expectationMet: false,
      reason: 'expected a refusal, but a suite was installed',
    })
  })

  it('fails when a check fails, whether or not it got there', async () => {
    const failing = checkThat('fail')
    expect(judgeCase(await trace(), measure({}, failing)).verdict).toBe('fail')
    const lost = measure({ expected: { outcome: 'refused' } }, failing)
    expect(judgeCase(await trace(), lost).verdict).toBe('fail')
  })

  it('fails by what the level of the run counts', async () => {
    const should = checkThat('fail', 'should')
    expect(judgeCase(await trace(), measure({}, should)).verdict).toBe('pass')
    expect(judgeCase(await trace(), measure({ failOn: 'should' }, should)).verdict).toBe('fail')
  })

  it('is an error when a check of ours throws', async () => {
    const judged = judgeCase(await trace(), measure({}, checkThat('throw'), checkThat('fail')))
    expect(judged.verdict).toBe('error')
  })

  it('is not applicable when the target does not offer what it needs', async () => {
    const judged = judgeCase(await trace(open, mute), measure({ needs: ['install-notify'] }))
    expect(judged).toMatchObject({
      verdict: 'not-applicable',
      reason: 'the descriptor has no MIDlet-Install-Notify',
    })
  })

  it('fails all the same when a check fails on what the target does offer', async () => {
    const needy = measure({ needs: ['install-notify'] }, checkThat('fail'))
    expect(judgeCase(await trace(open, mute), needy).verdict).toBe('fail')
  })

  it('says nothing of a target that fetches no UAProf document where the scenario is about it', async () => {
    const needs = ['uaprof']
    const played = await trace('steps:\n  - open: { link: demo }', () => ({
      status: 404,
      headers: [],
      body: new Uint8Array(),
    }))
    const { events } = played
    expect(judgeCase(played, measure({ needs }))).toMatchObject({
      verdict: 'not-applicable',
      reason: 'the target asks for no UAProf document',
    })
    const asked = {
      type: 'uaprof.fetched',
      url: 'http://maker.test/a',
      by: 'a server',
      got: '404 Not Found',
      served: false,
      seq: events.length,
      at: 0,
      actor: 'network',
    } as const
    expect(judgeCase({ events: [...events, asked] }, measure({ needs })).verdict).toBe(
      'inconclusive',
    )
  })
})
