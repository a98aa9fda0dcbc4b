import { describe, expect, it } from 'vitest'
import { judge, loadChecks } from '../../src/check/judge.ts'
import { findClause } from '../../src/check/specs.ts'
import { purposes } from '../../src/trace/purposes.table.ts'
import { exchanged, reportPosted, traceOf } from './trace-builder.ts'

const checks = await loadChecks()

describe.each(checks)('$id', ({ value: check }) => {
  it('rests on a clause', () => {
    expect(findClause(check.clause)?.id).toBe(check.clause)
  })

  it('has a title of one sentence without a full stop', () => {
    expect(check.title).toMatch(/^[A-Z0-9][^\n]{9,109}[^.\n]$/)
  })

  it('says what is missing where it does not apply, as the end of a sentence', () => {
    expect(check.absent).toMatch(/^[a-z0-9][^\n]*[^.\n]$/)
  })

  it('explains itself to an operator in two to five sentences', () => {
    const sentences = check.explain.split(/(?<=[.!?])\s+(?=[A-Z0-9])/)
    expect(sentences.length).toBeGreaterThanOrEqual(2)
    expect(sentences.length).toBeLessThanOrEqual(5)
    expect(check.explain.endsWith('.')).toBe(true)
  })

  it('names its row as the register of rows does', () => {
    expect(check.row ?? 'S00').toMatch(/^[NSW][0-9]{2}$/)
  })
})

describe('all checks together', () => {
  it('blame nobody where the target was never reached', () => {
    const unreached = { did: 'lost the request', reachedTarget: false }
    const trace = traceOf([
      exchanged({ status: 'none', network: unreached }),
      exchanged({
        status: 'none',
        failure: { cause: 'no-coverage', detail: 'The phone has no coverage.' },
      }),
    ])
    const blamed = judge(trace, checks).filter(
      ({ verdict }) => verdict !== 'not-applicable' && verdict !== 'pass',
    )
    expect(blamed).toEqual([])
  })

  it('survive answers of any kind', () => {
    const odd = [0, 99, 204, 206, 304, 500].flatMap((status) =>
      purposes.map((purpose) =>
        exchanged({ purpose, status, reason: '', headers: [['Content-Type', ';;']], body: '\0' }),
      ),
    )
    const trace = traceOf([...odd, reportPosted(''), reportPosted('hello\n')])
    expect(judge(trace, checks).filter(({ verdict }) => verdict === 'error')).toEqual([])
  })
})
