import { expect, it } from 'vitest'
import { fitSuite } from '../../src/reference/fit-suite.ts'
import { demoSuite } from '../../src/reference/suites.ts'

it.each([
  ['Nokia6300/2.0 (04.70) Profile/MIDP-2.0 Configuration/CLDC-1.1', 'MIDP-2.0'],
  ['Nokia5310XpressMusic/2.0 (05.81) Profile/MIDP-2.1 Configuration/CLDC-1.1', 'MIDP-2.0'],
  ['SAMSUNG-SGH-U700/AKGF1 profile/MIDP-2.0 configuration/CLDC-1.1', 'MIDP-2.0'],
  ['Some/1 Profile/MIDP-1.0 MIDP-2.0 Configuration/CLDC-1.1', 'MIDP-2.0'],
  ['MOT-T720/05.08.40R MIB/2.0 Profile/MIDP-1.0 Configuration/CLDC-1.0', 'MIDP-1.0'],
  ['TC65/000012345678903 Profile/IMP-NG Configuration/CLDC-1.1', 'IMP-NG'],
  ['SIE-S55/16 UP.Browser/6.1.0.5.c.4 (GUI) MMP/1.0', 'MIDP-1.0'],
  [undefined, 'MIDP-1.0'],
])('%s gets the build for %s', (userAgent, profile) => {
  const build = fitSuite(demoSuite, userAgent)
  expect(build).toEqual({ ...demoSuite, profile })
  expect(fitSuite(demoSuite, userAgent)).toBe(build)
})

it('has one build of a suite that is for something else', () => {
  const suite = { ...demoSuite, profile: 'MIDP-3.0' }
  expect(fitSuite(suite, undefined)).toBe(suite)
})
