import { expect, test } from 'vitest'
import { playMatrix } from '../../../src/cli/self-test/play-matrix.ts'
import { runSession } from '../run-session.ts'

test('one check is proven on one phone, by all cores', async () => {
  const { stdout, exitCode } = await runSession(
    'ota self-test --check native/ranges --profile nokia-6600 --verbose',
  )
  expect({ stdout, exitCode }).toEqual({
    stdout: `PROVEN: 1 of 1 check killed by 1 fault

  ok client-without-ranges: sends clients from the beginning whatever part is asked for
    Killed     native/ranges
`,
    exitCode: 0,
  })
}, 60_000)

test('what is interrupted has no matrix', async () => {
  const controller = new AbortController()
  const told: (string | undefined)[] = []
  const matrix = await playMatrix({
    profile: 'nokia-6600',
    seed: 1,
    fault: ['client-missing'],
    check: [],
    signal: controller.signal,
    onProgress: (_done, _total, fault) => {
      told.push(fault)
      controller.abort()
    },
  })
  expect(matrix).toBeUndefined()
  expect(told[0]).toBeUndefined()
}, 60_000)
