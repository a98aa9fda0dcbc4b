import { describe, expect, test } from 'vitest'
import { compareVersions, formatVersion } from '../../../src/wire/sis/sisx-leaf.ts'

describe('versions', () => {
  test('go by major, then minor, then build number', () => {
    const ordered = [
      { major: 1, minor: 2, build: 3 },
      { major: 1, minor: 2, build: 10 },
      { major: 1, minor: 10, build: 0 },
      { major: 2, minor: 0, build: 0 },
    ]
    expect(ordered.toReversed().toSorted(compareVersions).map(formatVersion)).toEqual([
      '1.2.3',
      '1.2.10',
      '1.10.0',
      '2.0.0',
    ])
  })
})
