/**
 * The build of a suite that fits the phone that asks: a server chooses by the User-Agent (OTA2 Device identification),
 * which names the profiles a phone has.
 */
import type { SuiteSpec } from './suite-builder.ts'

const builds = new WeakMap<SuiteSpec, Map<string, SuiteSpec>>()

/** The same object for the same suite and profile, so that each build is packed once. */
export function fitSuite(spec: SuiteSpec, userAgent: string | undefined): SuiteSpec {
  const profile = chooseProfile(spec.profile, userAgent ?? '')
  if (profile === spec.profile) return spec
  const known = builds.get(spec) ?? new Map<string, SuiteSpec>()
  builds.set(spec, known)
  const build = known.get(profile) ?? { ...spec, profile }
  known.set(profile, build)
  return build
}

/** Only suites for MIDP 2.0 have other builds: they use nothing that MIDP 1.0 and IMP-NG lack. */
function chooseProfile(wanted: string, userAgent: string): string {
  if (wanted !== 'MIDP-2.0') return wanted
  const named: readonly string[] = userAgent.toUpperCase().match(/IMP-NG|MIDP-[0-9.]+/g) ?? []
  if (named.includes('IMP-NG')) return 'IMP-NG'
  return named.some((name) => name >= 'MIDP-2') ? wanted : 'MIDP-1.0'
}
