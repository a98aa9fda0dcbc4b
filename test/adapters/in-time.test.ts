import { expect, test } from 'vitest'
import { inTime } from '../../src/adapters/in-time.ts'

test('what comes in time is taken, what comes late or never is not waited for', async () => {
  expect(await inTime(Promise.resolve('a'), 60_000)).toBe('a')
  expect(await inTime(new Promise(() => undefined), 1)).toBeUndefined()
})

test('a failure in time is told, one that comes late is nobody’s', async () => {
  await expect(inTime(Promise.reject(new Error('no')), 60_000)).rejects.toThrow('no')
  const { promise, reject } = Promise.withResolvers<string>()
  const given = await inTime(promise, 1)
  reject(new Error('late'))
  expect(given).toBeUndefined()
})
