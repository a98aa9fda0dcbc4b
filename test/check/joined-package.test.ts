import { expect, it } from 'vitest'
import { joinPackages } from '../../src/check/joined-package.ts'
import type { Exchange } from '../../src/trace/events.ts'
import { exchanged } from './trace-builder.ts'
import type { ExchangeSketch } from './trace-builder.ts'

const cause = 'no-coverage' as const

function fetched(sketch: ExchangeSketch): Exchange {
  const fact = exchanged({ purpose: 'package', ...sketch })
  if (fact.type !== 'http.exchanged') throw new TypeError('no exchange')
  return { ...fact, seq: 0, at: 0, actor: 'radio' }
}

const whole = fetched({ body: '012345' })
const cut = fetched({ body: '012', failure: { cause, detail: 'cut' } })
const rest = (from: number, body: string, sketch: ExchangeSketch = {}) =>
  fetched({ status: 206, requestHeaders: [['Range', `bytes=${from}-`]], body, ...sketch })
const again = { failure: { cause, detail: 'cut again' } }

it.each([
  ['is what came at once', [whole], ['012345']],
  ['is what came in two parts', [cut, rest(3, '345')], ['012345']],
  ['is what came in three', [cut, rest(3, '4', again), rest(4, '5')], ['01245']],
  ['is what came whole after a part', [cut, fetched({ body: 'abc' })], ['abc']],
  ['has of the beginning what its phone kept', [cut, rest(2, 'xyz')], ['01xyz']],
  ['is none where it broke off', [cut], []],
  ['is none where more is wanted than is missing', [cut, rest(5, 'x')], []],
  ['is none without its beginning', [rest(3, '345')], []],
  [
    'is no part that was asked for to see the answer',
    [cut, rest(3, '345', { probe: 'package-again' })],
    [],
  ],
  ['is not what HEAD was answered', [fetched({ method: 'HEAD' })], []],
])('a package %s', (_, fetches, packages) => {
  const joined = joinPackages(fetches).map(({ octets }) => new TextDecoder().decode(octets))
  expect(joined).toEqual(packages)
})
