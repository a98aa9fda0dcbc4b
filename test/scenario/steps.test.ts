import { describe, expect, it } from 'vitest'
import { loadSteps } from '../../src/scenario/step-catalogue.ts'
import { rows } from './steps.table.ts'

const steps = await loadSteps()

describe('a step', () => {
  it('of every verb is written down here', () => {
    expect(Object.keys(rows)).toEqual([...steps.keys()])
  })

  it.each([...steps])('%s says what it does', (_, { title }) => {
    expect(title).toMatch(/^[A-Z].{20,140}\.$/)
  })

  it.each(
    Object.entries(rows).flatMap(([verb, { right }]) =>
      right.map(([written, played]) => ({ verb, written, played })),
    ),
  )('may read $verb: $written', ({ verb, written, played }) => {
    expect(steps.get(verb)?.schema.parse(written)).toEqual(played)
  })

  it.each(
    Object.entries(rows).flatMap(([verb, { wrong }]) =>
      wrong.map((written) => ({ verb, written })),
    ),
  )('may not read $verb: $written', ({ verb, written }) => {
    expect(steps.get(verb)?.schema.safeParse(written).success).toBe(false)
  })
})
