import { expect, it } from 'vitest'
import { openFirstAgents } from '../../src/reference/first-agents.ts'

it('remembers who asked first, also where that was nobody by name', () => {
  const agents = openFirstAgents()
  expect(agents.first('/client', 'A')).toBe('A')
  expect(agents.first('/client', 'B')).toBe('A')
  expect(agents.first('/other', undefined)).toBeUndefined()
  expect(agents.first('/other', 'B')).toBeUndefined()
})

it('forgets the oldest of ten thousand and one paths', () => {
  const agents = openFirstAgents()
  for (let n = 0; n <= 10_000; n += 1) agents.first(`/${n}`, 'A')
  expect(agents.first('/1', 'B')).toBe('A')
  expect(agents.first('/0', 'B')).toBe('B')
})
