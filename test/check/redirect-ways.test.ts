import { describe, expect, it } from 'vitest'
import { isRedirect, locationOf, redirectsFrom } from '../../src/check/redirect-ways.ts'
import type { Exchange } from '../../src/trace/events.ts'
import { exchanged, traceOf } from './trace-builder.ts'

const at = (path: string) => `http://ota.test/${path}`

/** Paths that were asked for, each with where it leads. */
function asked(...ways: readonly (readonly [path: string, to?: string])[]): readonly Exchange[] {
  const facts = ways.map(([path, to]) =>
    exchanged({
      url: at(path),
      ...(to === undefined
        ? { status: 200 }
        : { status: 302, headers: [['Location', to] as const] }),
    }),
  )
  return traceOf(facts).events.filter((event) => event.type === 'http.exchanged')
}

const pathsOf = (exchanges: readonly Exchange[]) => exchanges.map(({ request }) => request.url)

describe('a redirect', () => {
  it.each([
    [at('b'), at('b')],
    ['../c', at('c')],
    ['b#d', at('b')],
    ['a b', undefined],
    ['file:///b', undefined],
  ])('to "%s" leads to %s', (to, place) => {
    const [first] = asked(['a', to])
    expect(first && [isRedirect(first), locationOf(first)]).toEqual([true, place])
  })

  it('is one to nowhere where it is the last that was asked for', () => {
    const [first, ...later] = asked(['a', at('b')], ['other'], ['b', at('a')], ['a', at('b')])
    expect(first && pathsOf(redirectsFrom(first, later))).toEqual([at('a'), at('b'), at('a')])
  })

  it('is of no account where it led to something', () => {
    const [first, ...later] = asked(['a', at('b')], ['b', at('c')], ['c'])
    expect(first && redirectsFrom(first, later)).toEqual([])
  })

  it('is none where there is an answer', () => {
    const [first] = asked(['a'])
    expect(first && [isRedirect(first), redirectsFrom(first, [])]).toEqual([false, []])
  })
})
