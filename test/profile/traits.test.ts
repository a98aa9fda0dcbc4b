import { expect, it } from 'vitest'
import { loadPhones } from '../../src/handset/phone-catalogue.ts'
import { traitsOf } from '../../src/profile/traits.ts'

const { profiles } = await loadPhones()

it.each([
  ['nokia-6300', ['MIDP-1.0', 'MIDP-2.0', 'uaprof']],
  [
    'nokia-6600',
    [
      'MIDP-1.0',
      'MIDP-2.0',
      'uaprof',
      'wap-push',
      'untrusted-asks',
      'memory-card',
      's60-2nd',
      'wap-route',
    ],
  ],
  ['hp-ipaq-510', ['uaprof', 'wap-push', 'untrusted-asks', 'release-6.0']],
  ['plain-pocket-pc-2003', ['untrusted-asks', 'memory-card', 'release-2003']],
])('%s has the traits %j', (id, traits) => {
  const profile = profiles.find((one) => one.id === id)
  expect(profile && [...traitsOf(profile)]).toEqual(traits)
})
