import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/push/document-readable.ts'
import { bareSi, pushed, si, toldOf, wsp } from './push-trace.ts'

const withBody = (change: (body: Uint8Array) => readonly number[]) =>
  toldOf(
    check,
    wsp(({ body }) => ({ body: Uint8Array.from(change(body)) })),
  )

describe('the document of a push', () => {
  it('is by the letter', () => {
    expect(toldOf(check, pushed(si()))).toEqual(['pass: a document without departures'])
  })

  it('ends with its root', () => {
    expect(withBody((body) => [...body, 0])[0]).toContain(
      'fail: Unexpected trailing-octets at octet',
    )
  })

  it('has the public identifier of its type', () => {
    expect(withBody(([version = 0, , ...rest]) => [version, 6, ...rest])[0]).toContain('fail: ')
  })

  it('is not cut short', () => {
    expect(withBody((body) => [...body.subarray(0, 10)])[0]).toContain(
      'fail: The document cannot be read: ',
    )
  })

  it('may lack what other checks look for', () => {
    expect(toldOf(check, pushed(bareSi({ text: '' })))).toEqual([
      'pass: a document without departures',
    ])
  })
})
