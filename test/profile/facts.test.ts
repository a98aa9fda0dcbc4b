import { expect, it } from 'vitest'
import { listFacts } from '../../src/profile/facts.ts'
import { plainProfile } from '../handset/plain-profile.ts'

const assumed = { confidence: 'assumed', from: 'a phone for tests' } as const

it('are told one by one, parts by themselves, each with its source', () => {
  const { screen: _, ...rest } = plainProfile
  const facts = listFacts({
    ...rest,
    apis: ['JSR-75', 'JSR-82'],
    limits: { jarBytesMax: 1000, storageBytes: 5000 },
    sources: {
      ...plainProfile.sources,
      apis: assumed,
      'limits.jarBytesMax': { confidence: 'documented', from: 'its manual' },
    },
  })
  expect(facts).toEqual([
    {
      name: 'userAgent',
      text: 'Plain/1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1',
      ...assumed,
    },
    { name: 'acceptLanguage', text: 'en', ...assumed },
    { name: 'midpProfiles', text: 'MIDP-1.0, MIDP-2.0', ...assumed },
    { name: 'configurations', text: 'CLDC-1.0, CLDC-1.1', ...assumed },
    {
      name: 'limits.jarBytesMax',
      text: '1000',
      confidence: 'documented',
      from: 'its manual',
    },
    { name: 'limits.storageBytes', text: '5000', ...assumed },
    { name: 'radio.latencyMs', text: '600', ...assumed },
    { name: 'radio.bytesPerSecond', text: '4000', ...assumed },
    { name: 'apis', text: 'JSR-75, JSR-82', ...assumed },
  ])
})

it('without a source are a defect: the schema lets none through', () => {
  expect(() => listFacts({ ...plainProfile, sources: {} })).toThrow(TypeError)
})
