import { describe, expect, it } from 'vitest'
import check from '../../../src/check/checks/descriptor/no-invented-names.ts'
import { descriptorFetched, descriptorText, told } from '../trace-builder.ts'

const named = (name: string) => told(check, [descriptorFetched(descriptorText({ [name]: 'x' }))])

describe('an attribute that no specification defines', () => {
  it.each(['MIDlet-Rating', 'MicroEdition-Vendor', 'MIDlet-Icon-2'])('is not called %s', (name) => {
    expect(named(name)).toEqual([expect.stringMatching(`^fail: Unexpected "${name}" in line 11 `)])
  })

  it.each(['Acme-Rating', 'Nokia-MIDlet-Category', 'MIDletX-Rating'])(
    'may be called %s',
    (name) => {
      expect(named(name)).toEqual(['pass: all reserved names are defined ones'])
    },
  )
})

describe('an attribute that a specification or a documented phone defines', () => {
  it.each([
    'MIDlet-Push-1',
    'MIDlet-Certificate-1-2',
    'MIDlet-Name-pt-BR',
    'MicroEdition-Handler-1-ID',
    'MIDlet-Touch-Support',
  ])('%s is not taken for an invention', (name) => {
    expect(named(name)).toEqual(['pass: all reserved names are defined ones'])
  })

  it.each(['midlet-icon', 'MIDlet-0', 'MIDlet-Push-01'])(
    'with a wrong spelling, %s, is for other checks',
    (name) => {
      expect(named(name)).toEqual(['pass: all reserved names are defined ones'])
    },
  )
})
