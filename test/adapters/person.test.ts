import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createPerson } from '../../src/adapters/person.ts'

function open(typed: string | undefined, isTTY = true) {
  const shown: string[] = []
  const input = Object.assign(new PassThrough(), { isTTY })
  const person = createPerson({ input, show: (text) => shown.push(text) })
  if (typed !== undefined) input.end(typed)
  return { person, shown }
}

describe('a person', () => {
  it.each([
    ['y\n', 'done'],
    ['\n', 'done'],
    ['YES\n', 'done'],
    ['n\n', 'refused'],
    ['what?\n', 'refused'],
    ['', 'nobody'],
  ])('who types %j has it %s', async (typed, answer) => {
    const { person, shown } = open(typed)
    expect(await person.ask('Reset it. Done?', 5000)).toBe(answer)
    expect(shown[0]).toBe('Reset it. Done? [Y/n] ')
  })

  it('who types nothing is not waited for without end', async () => {
    expect(await open(undefined).person.ask('Reset it.', 100)).toBe('nobody')
  })

  it('is not asked where no terminal is', async () => {
    const { person, shown } = open('y\n', false)
    expect([await person.ask('Reset it.', 5000), shown]).toEqual(['nobody', []])
  })
})
