import { describe, expect, it } from 'vitest'
import { closestTo, didYouMean } from '../src/did-you-mean.ts'

const words = ['advance', 'await', 'answer', 'open', 'coverage']

describe('the word that was meant', () => {
  it.each([
    ['a letter too many', 'awaits', 'await'],
    ['a letter too few', 'opn', 'open'],
    ['another letter', 'answar', 'answer'],
    ['two letters swapped', 'covreage', 'coverage'],
    ['capitals', 'OPEN', 'open'],
    ['three slips in a long word', 'covvveragee', 'coverage'],
    ['the word itself', 'await', 'await'],
  ])('is found behind %s', (_, typed, meant) => {
    expect(closestTo(typed, words)).toBe(meant)
    expect(didYouMean(typed, words)).toBe(`Did you mean "${meant}"?`)
  })

  it.each([
    ['has nothing in common with any', 'telephone'],
    ['is short and differs in half of its letters', 'ox'],
    ['is nothing', ''],
  ])('is not guessed where what was typed %s', (_, typed) => {
    expect(closestTo(typed, words)).toBe(undefined)
    expect(didYouMean(typed, words)).toBe(undefined)
  })

  it('is the first of two that are as near', () => {
    expect(closestTo('cat', ['bat', 'hat'])).toBe('bat')
  })

  it('is the one that begins alike for longer of two that are as near', () => {
    expect(closestTo('nokia-630', ['nokia-2630', 'nokia-6300'])).toBe('nokia-6300')
    expect(closestTo('NOKIA-630', ['Nokia-6300', 'nokia-2630'])).toBe('Nokia-6300')
  })

  it('may have been only begun', () => {
    const phones = ['nokia-2630', 'nokia-3110c', 'nokia-5310', 'nokia-6300', 'siemens-tc65']
    expect(didYouMean('nokia', phones)).toBe(
      '4 begin so: nokia-2630, nokia-3110c, nokia-5310 and 1 more.',
    )
    expect(didYouMean('Nokia', phones.slice(2))).toBe('2 begin so: nokia-5310, nokia-6300.')
    expect(didYouMean('siemens', phones)).toBe('Did you mean "siemens-tc65"?')
    expect(didYouMean('no', phones)).toBe(undefined)
  })

  it('is nothing where there is nothing to choose from', () => {
    expect(closestTo('open', [])).toBe(undefined)
  })
})
