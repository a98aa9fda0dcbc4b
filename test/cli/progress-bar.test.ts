import { expect, it } from 'vitest'
import { drawProgress } from '../../src/cli/progress-bar.ts'

it.each([
  [0, 80, '[------------------------] 5 of 20 cases'],
  [0.25, 80, '[######------------------] 5 of 20 cases'],
  [1, 80, '[########################] 5 of 20 cases'],
  [7, 80, '[########################] 5 of 20 cases'],
  [-1, 80, '[------------------------] 5 of 20 cases'],
  [0.5, 30, '[############------------] 5 '],
  [0.5, 1, ''],
  [0.5, 0, ''],
])('%d of what is to be done, %d columns wide, is drawn as %s', (share, columns, drawn) => {
  expect(drawProgress('5 of 20 cases', share, columns)).toBe(drawn)
})
