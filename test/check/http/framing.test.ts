import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/http/framing.ts'
import type { Header } from '../../../src/trace/events.ts'
import {
  descriptorFetched,
  findings,
  jadType,
  packageFetched,
  traceOf,
  verdicts,
} from '../trace-builder.ts'

const framed = (...headers: readonly Header[]) =>
  traceOf([descriptorFetched('x', { headers: [jadType, ...headers], framing: 'none' })])

describe('the end of an answer', () => {
  it('may be told by a length, by chunks or by the end of the connection', () => {
    expect(verdicts(check, framed(['Content-Length', '1']))).toEqual(['pass'])
    expect(verdicts(check, framed(['Transfer-Encoding', 'chunked']))).toEqual(['pass'])
    expect(verdicts(check, framed())).toEqual(['pass'])
  })

  it('may not be told by a length and by chunks', () => {
    const both = framed(['Content-Length', '1'], ['Transfer-Encoding', 'chunked'])
    expect(findings(check, both)).toMatchObject([
      {
        verdict: 'fail',
        actual: '"Content-Length: 1" beside "Transfer-Encoding: chunked"',
        expected: 'one of them',
      },
    ])
  })

  it('may not be told by two lengths or by a word', () => {
    const two = framed(['Content-Length', '1'], ['content-length', '2'])
    expect(findings(check, two)).toMatchObject([
      { verdict: 'fail', actual: '"Content-Length: 1, 2"', expected: 'one length' },
    ])
    expect(findings(check, framed(['Content-Length', '1 kB']))).toMatchObject([
      { verdict: 'fail', actual: '"Content-Length: 1 kB"' },
    ])
  })

  it('may not come before its length', () => {
    const failure = { cause: 'truncated', detail: 'the target closed the connection' } as const
    const headers = [['Content-Length', '5000']] as const
    const short = packageFetched('half', { headers, framing: 'none', failure })
    expect(findings(check, traceOf([short]))).toMatchObject([
      {
        verdict: 'fail',
        actual: 'end of the connection after 4 octets of the body',
        expected: 'Content-Length 5000',
      },
    ])
  })

  it('may not be lost in octets that are no HTTP', () => {
    const failure = {
      cause: 'malformed',
      detail: 'Unexpected "SSH-2.0", expected "HTTP/"',
    } as const
    const garbage = descriptorFetched('', { status: 'none', failure })
    expect(findings(check, traceOf([garbage]))).toMatchObject([
      {
        verdict: 'fail',
        actual: 'octets that are no HTTP/1.1 (Unexpected "SSH-2.0", expected "HTTP/")',
      },
    ])
  })

  it('is not known where the answer stopped coming', () => {
    const failure = { cause: 'timeout', detail: 'no end of the response came' } as const
    expect(verdicts(check, traceOf([descriptorFetched('M', { failure })]))).toEqual([
      'inconclusive',
    ])
  })

  it('is not missed where the user or the radio stopped the transfer', () => {
    for (const cause of ['cancelled', 'no-coverage'] as const) {
      const cut = packageFetched('half', {
        failure: { cause, detail: 'stopped' },
        network: { did: 'cut the response', reachedTarget: true },
      })
      expect(verdicts(check, traceOf([cut]))).toEqual(['not-applicable'])
    }
  })
})
