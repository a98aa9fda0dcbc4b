import { expect, it } from 'vitest'
import { loadPhones } from '../../src/handset/phone-catalogue.ts'
import { tellPhone } from '../../src/run/tell-phone.ts'
import { tellProfile } from '../../src/run/tell-profile.ts'
import { traceOf } from '../check/trace-builder.ts'

const { profiles } = await loadPhones()

function phoneOf(id: string) {
  const profile = profiles.find((one) => one.id === id)
  if (profile === undefined) throw new Error(`no profile ${id}`)
  return tellPhone(traceOf([], { profile: tellProfile(profile) }))
}

it.each([
  ['nokia-6300', 'midp', 'java'],
  ['siemens-tc65', 'midp', 'java'],
  ['nokia-6600', 'symbian', 'symbian-8'],
  ['nokia-n95', 'symbian', 'symbian-9'],
  ['nokia-n8', 'symbian', 'symbian-9'],
  ['plain-pocket-pc-2003', 'windows-mobile', 'pocket-pc-2003'],
  ['htc-wizard', 'windows-mobile', 'pocket-pc'],
  ['hp-ipaq-510', 'windows-mobile', 'smartphone'],
  ['plain-smartphone-2003', 'windows-mobile', 'smartphone'],
])('%s is of the platform %s, and of the family %s', (id, platform, family) => {
  expect(phoneOf(id)).toEqual({ platform, family })
})

it('what it wears in a case is told, each quirk once', () => {
  const trace = traceOf([
    { type: 'habit.worn', quirks: ['no-reports'] },
    { type: 'habit.worn', quirks: ['no-reports', 'http-1-0'] },
  ])
  expect(tellPhone(trace)).toEqual({
    platform: 'midp',
    family: 'java',
    wore: ['no-reports', 'http-1-0'],
  })
})

it('a trace that does not say what it was played on tells of no phone', () => {
  expect(tellPhone({ events: [] })).toBeUndefined()
})
