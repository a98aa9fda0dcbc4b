import { describe, expect, test } from 'vitest'
import { findSuite } from '../../../src/cli/phone/find-suite.ts'
import { UsageError } from '../../../src/errors.ts'
import type { InstalledSuite } from '../../../src/handset/flash.ts'
import { otherSuite, plainSuite } from '../../handset/plain-suite.ts'

const other = { ...otherSuite, id: 'suite.2' }
const namesake = {
  ...plainSuite,
  id: 'suite.3',
  subject: { ...plainSuite.subject, vendor: 'Evil\u001B[2J' },
}

/** What is wrong, and the hint. */
function complaintAbout(word: string, suites: readonly InstalledSuite[]) {
  try {
    return findSuite(word, suites)
  } catch (error) {
    return error instanceof UsageError ? [error.message, error.hint] : error
  }
}

describe('a suite', () => {
  test.each([
    ['its name', 'Other', other],
    ['its name in any case', 'oTHER', other],
    ['its vendor and name', 'Acme/Demo', plainSuite],
    ['its id', 'suite.3', namesake],
  ])('is found by %s', (_, word, suite) => {
    expect(findSuite(word, [plainSuite, other, namesake])).toBe(suite)
  })

  test.each([
    [
      'two of a name',
      'demo',
      [plainSuite, namesake],
      '"demo" may be any of Acme/Demo (suite.1), Evil\\x1B[2J/Demo (suite.3)',
      'Give vendor/name, or the id.',
    ],
    [
      'none of the name',
      'dmeo',
      [plainSuite],
      'no suite "dmeo" is installed',
      'Did you mean "Demo"?',
    ],
    [
      'none like it',
      'chess',
      [plainSuite],
      'no suite "chess" is installed',
      'See `ota phone list`.',
    ],
    [
      'none at all',
      'demo',
      [],
      'no suite "demo" is installed',
      '`ota phone open URL` installs one.',
    ],
  ])('is not guessed: %s', (_, word, suites, ...told) => {
    expect(complaintAbout(word, suites)).toEqual(told)
  })
})
