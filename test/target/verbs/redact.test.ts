import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact } from '../../../src/target/verbs/redact.ts'

test.each([
  ['GET / Authorization: Basic abc=\nnext', 'GET / Authorization: [redacted]\nnext'],
  ['set-cookie: id=1; path=/', 'set-cookie: [redacted]'],
  ['login password=geheim&x=1', 'login password=[redacted]&x=1'],
  ['{"token":"abc","x":1}', '{"token":"[redacted]","x":1}'],
  ['db at postgres://me:pw@db/1', 'db at postgres://[redacted]@db/1'],
  ['installed demo, 200', 'installed demo, 200'],
])('%j is shown as %j', (text, shown) => {
  expect(redact(text, [])).toBe(shown)
})

test('no secret is left in any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(redact(`${before}s3cr3t!${after}`, ['s3cr3t!'])).not.toContain('s3cr3t!')
    }),
  )
})
