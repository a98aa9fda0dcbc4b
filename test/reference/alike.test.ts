import { expect, test } from 'vitest'
import { isAlike } from '../../src/reference/alike.ts'

class Sealed {
  readonly #secret: number

  constructor(secret: number) {
    this.#secret = secret
  }

  get secret(): number {
    return this.#secret
  }
}

const rule = (): boolean => true
const sealed = new Sealed(1)

test.each([
  ['the same text', 'a', 'a', true],
  ['another text', 'a', 'b', false],
  ['no number', Number.NaN, Number.NaN, true],
  ['a number as text', 1, '1', false],
  ['the same octets', Uint8Array.of(1, 2), Uint8Array.of(1, 2), true],
  ['one octet changed', Uint8Array.of(1, 2), Uint8Array.of(1, 3), false],
  ['one octet more', Uint8Array.of(1), Uint8Array.of(1, 0), false],
  ['octets and their list', Uint8Array.of(1), [1], false],
  ['a list', [1, [2]], [1, [2]], true],
  ['a list in another order', [1, 2], [2, 1], false],
  ['a longer list', [1], [1, undefined], false],
  ['fields in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
  ['a field of another value', { a: { b: 1 } }, { a: { b: 2 } }, false],
  ['a field by another name', { a: 1 }, { b: 1 }, false],
  ['a field that is absent', { a: undefined }, {}, false],
  ['a field that is inherited', { toString: rule }, { a: rule }, false],
  ['the same headers', new Headers({ A: '1' }), new Headers({ a: '1' }), true],
  ['another header', new Headers({ a: '1' }), new Headers({ a: '2' }), false],
  ['the same function', { rule }, { rule }, true],
  ['a function of the same words', () => 1, () => 1, false],
  ['the same object that cannot be seen through', sealed, sealed, true],
  ['another that cannot be seen through', new Sealed(1), new Sealed(1), false],
  ['what comes later', Promise.resolve(1), Promise.resolve(1), false],
  ['nothing and nothing', undefined, undefined, true],
  ['something and nothing', {}, undefined, false],
])('%s', (_, one, other, alike) => {
  expect(isAlike(one, other)).toBe(alike)
})
