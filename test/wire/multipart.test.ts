import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMultipart, parseMultipart, partHeader } from '../../src/wire/multipart.ts'
import { attempt } from './attempt.ts'

const octets = (text: string) => new TextEncoder().encode(text)
const read = (text: string) =>
  parseMultipart(octets(text), 'b').map(({ headers, body, offset }) => [
    headers,
    new TextDecoder().decode(body),
    offset,
  ])
const refused = (text: string, boundary = 'b') =>
  attempt(() => parseMultipart(octets(text), boundary))

describe('a body of several parts', () => {
  test.each([
    ['with CR LF', '--b\r\nA: c\r\n\r\nd\r\n--b--\r\n', [[[['A', 'c']], 'd', 5]]],
    ['with LF', '--b\nA: c\n\nd\n--b--', [[[['A', 'c']], 'd', 4]]],
    ['after an empty line', '\r\n--b\r\n\r\nd\r\n--b--', [[[], 'd', 7]]],
    ['after a preamble, before an epilogue', 'x\r\n--b \t\r\n\r\nd\r\n--b--\r\ny', [[[], 'd', 10]]],
    [
      'with a line that only begins as the boundary',
      '--b\n\n--bc\nd--b\n--b--',
      [[[], '--bc\nd--b', 4]],
    ],
    [
      'with an empty part',
      '--b\r\n\r\n\r\n--b\r\n--b--',
      [
        [[], '', 5],
        [[], '', 14],
      ],
    ],
    [
      'with a folded header',
      '--b\nA: c\n  d\nE :f \n\ng\n--b--',
      [
        [
          [
            ['A', 'c d'],
            ['E', 'f'],
          ],
          'g',
          4,
        ],
      ],
    ],
    [
      'in base64',
      '--b\nContent-Transfer-Encoding: BASE64\n\nYW\nI=\n--b--',
      [[[['Content-Transfer-Encoding', 'BASE64']], 'ab', 4]],
    ],
  ])('%s', (_, text, parts) => {
    expect(read(text)).toEqual(parts)
  })

  test.each([
    ['', 'wire/multipart', 0],
    ['--c\n\n--c--', 'wire/multipart', 0],
    ['--b--', 'wire/multipart', 0],
    ['--b\n\na', 'wire/multipart', 6],
    ['--b\nA\n\n--b--', 'wire/multipart-header', 4],
    ['--b\n A: b\n\n--b--', 'wire/multipart-header', 4],
    ['--b\nContent-Transfer-Encoding: x\n\na\n--b--', 'wire/multipart-encoding', 34],
    [`${'--b\n\na\n'.repeat(9)}--b--`, 'wire/multipart-too-large', 0],
    [`--b\n${'A: b\n'.repeat(65)}\n--b--`, 'wire/multipart-too-large', 0],
    [' '.repeat(262_145), 'wire/multipart-too-large', 0],
  ])('%.30j is refused', (text, code, offset) => {
    expect(refused(text)).toEqual({ kind: 'refused', code, offset })
  })

  test.each(['', 'é', 'b'.repeat(71)])('has no boundary %.10s', (boundary) => {
    expect(refused('--b', boundary)).toEqual({ kind: 'refused', code: 'wire/multipart', offset: 0 })
  })

  test('comes back as it was written', () => {
    const part = fc.record({
      headers: fc.array(
        fc.tuple(fc.stringMatching(/^[A-Za-z-]{1,9}$/), fc.stringMatching(/^[!-~]{1,9}$/)),
        {
          maxLength: 3,
        },
      ),
      body: fc.uint8Array({ maxLength: 60 }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const body = formatMultipart(parts, 'no-such-boundary')
        expect(
          parseMultipart(body, 'no-such-boundary').map((one) => ({
            headers: one.headers,
            body: one.body,
          })),
        ).toEqual(parts)
      }),
    )
  })

  test('has headers that are found in any case', () => {
    const [part] = parseMultipart(octets('--b\nA: c\n\n--b--'), 'b')
    expect([part && partHeader(part, 'a'), part && partHeader(part, 'd')]).toEqual(['c', undefined])
  })
})
