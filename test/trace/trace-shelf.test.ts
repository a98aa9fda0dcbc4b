import { describe, expect, it } from 'vitest'
import { createTraceShelf } from '../../src/trace/trace-shelf.ts'
import { exchangeFact, octets, traceOf } from './sample-trace.ts'

const { request, response } = exchangeFact()

function answered(body: Uint8Array) {
  if (response === undefined) throw new TypeError('the sample has no response')
  return traceOf({
    type: 'http.exchanged',
    purpose: 'package',
    startedAt: 900,
    request,
    response: { ...response, body },
  })
}

describe('the traces of a run', () => {
  it('come back as they were put there, in the order in which they were', () => {
    const traces = [answered(octets('one')), traceOf(), answered(octets('two'))]
    const shelf = createTraceShelf()
    for (const [index, trace] of traces.entries()) shelf.put(`case ${index}`, trace)
    expect([...shelf.traces.keys()]).toEqual(['case 0', 'case 1', 'case 2'])
    expect([...shelf.traces.values()]).toEqual(traces)
    expect(shelf.traces.get('case 2')).toEqual(traces[2])
    expect(shelf.traces.size).toBe(3)
    const told: string[] = []
    for (const [id, { events }] of shelf.traces) told.push(`${id}: ${events.length}`)
    const again: string[] = []
    shelf.traces.forEach(({ events }, id) => again.push(`${id}: ${events.length}`))
    expect(told).toEqual(['case 0: 3', 'case 1: 2', 'case 2: 3'])
    expect(again).toEqual(told)
  })

  it('are not there where none was put', () => {
    const { traces } = createTraceShelf()
    expect([traces.has('case'), traces.get('case')]).toEqual([false, undefined])
  })

  it('are kept as they are where they are longer than what is read again', () => {
    const trace = answered(new Uint8Array(4 * 1024 * 1024))
    const shelf = createTraceShelf()
    shelf.put('long', trace)
    expect(shelf.traces.get('long')).toBe(trace)
  })
})
