import { expect, test } from 'vitest'
import { chooseProof } from '../../../src/cli/self-test/choose-proof.ts'
import { UsageError } from '../../../src/errors.ts'

const checks = ['report/answered-with-200', 'report/duplicate', 'http/cookies']

const faults = [
  { id: 'report-answered-204', value: { title: 't', breaks: ['report/answered-with-200'] } },
  {
    id: 'report-redirected',
    value: { title: 't', breaks: ['report/duplicate', 'report/answered-with-200'] },
  },
  { id: 'sets-cookie', value: { title: 't', breaks: ['http/cookies'] } },
]

function choose(fault: readonly string[], check: readonly string[]) {
  const { faults: chosen, only } = chooseProof({ fault, check }, faults, checks)
  return { faults: chosen.map(({ id }) => id), only }
}

test('without a wish everything is proven', () => {
  expect(choose([], [])).toEqual({
    faults: ['report-answered-204', 'report-redirected', 'sets-cookie'],
    only: undefined,
  })
})

test('a fault is wanted with the checks that it breaks, a check with all that breaks it', () => {
  expect(choose(['report-redirected'], [])).toEqual({
    faults: ['report-redirected'],
    only: ['report/duplicate', 'report/answered-with-200'],
  })
  expect(choose([], ['report/answered-with-200'])).toEqual({
    faults: ['report-answered-204', 'report-redirected'],
    only: ['report/answered-with-200'],
  })
  expect(choose(['sets-cookie'], ['report/duplicate'])).toEqual({
    faults: ['report-redirected', 'sets-cookie'],
    only: ['report/duplicate', 'http/cookies'],
  })
})

test.each([
  ['fault', 'report-answerd-204', 'Did you mean "report-answered-204"?'],
  ['check', 'report/duplicated', 'Did you mean "report/duplicate"?'],
  ['fault', 'weather', 'See `ota list faults`.'],
  ['check', 'weather', 'See `ota list checks`.'],
])('a %s that there is not is refused: %s', (kind, id, hint) => {
  const wish = { fault: [], check: [], [kind]: [id] }
  expect(() => chooseProof(wish, faults, checks)).toThrow(
    expect.objectContaining({
      name: UsageError.name,
      code: `self-test/no-${kind}`,
      message: `there is no ${kind} "${id}"`,
      hint,
    }),
  )
})
