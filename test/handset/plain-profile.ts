import type { Profile } from '../../src/profile/profile.ts'

const assumed = { confidence: 'assumed', from: 'a phone for tests' } as const

/** A phone for tests of rules and machines. */
export const plainProfile: Profile = {
  id: 'plain',
  name: 'Plain phone',
  platform: 'midp',
  personality: 'strict',
  quirks: [],
  userAgent: 'Plain/1.0 Profile/MIDP-2.0 Configuration/CLDC-1.1',
  acceptLanguage: 'en',
  midpProfiles: ['MIDP-1.0', 'MIDP-2.0'],
  configurations: ['CLDC-1.0', 'CLDC-1.1'],
  limits: { storageBytes: 100_000 },
  screen: { width: 176, height: 208 },
  radio: { latencyMs: 600, bytesPerSecond: 4000 },
  sources: {
    userAgent: assumed,
    acceptLanguage: assumed,
    midpProfiles: assumed,
    configurations: assumed,
    limits: assumed,
    screen: assumed,
    radio: assumed,
  },
}
