import { expect, it } from 'vitest'
import { knownNames, loadPhones } from '../../src/handset/phone-catalogue.ts'

it('knows every personality and every quirk that the phones name', async () => {
  const { profiles, quirks } = await loadPhones()
  const known = knownNames(quirks)
  expect(known.personalities.midp).toContain('strict')
  expect(known.personalities.symbian).toContain('s60-3rd')
  expect(known.personalities['windows-mobile']).toContain('smartphone')
  expect(known.quirks).toEqual([...quirks.keys()])
  expect(profiles.flatMap((profile) => profile.quirks).filter((id) => !quirks.has(id))).toEqual([])
})
