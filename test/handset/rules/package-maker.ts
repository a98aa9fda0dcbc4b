/** A package without a defect, the same with one, and the question whether it may be installed. */
import type { InstallPlan, VerificationQuestion } from '../../../src/handset/behaviour.ts'
import { strict } from '../../../src/handset/personalities/strict.ts'
import { examineDescriptor } from '../../../src/handset/rules/preflight.ts'
import { trustsNobody } from '../../../src/handset/trust.ts'
import { buildSuite } from '../../../src/reference/suite-builder.ts'
import type { SuiteSpec } from '../../../src/reference/suite-builder.ts'
import { plainProfile } from '../plain-profile.ts'
import { noNeighbours } from '../plain-suite.ts'
import { descriptorUrl, makeDescriptor } from './descriptor-maker.ts'

export const spec: SuiteSpec = {
  name: 'Demo',
  vendor: 'Acme',
  version: '1.0.0',
  midlets: [{ name: 'Demo', icon: '/icon.png', className: 'acme.Demo' }],
  profile: 'MIDP-2.0',
  configuration: 'CLDC-1.1',
  paddingBytes: 1000,
}

export const good = buildSuite(spec).jar
export const subject = { vendor: 'Acme', name: 'Demo', version: '1.0.0' }

/** What the phone keeps of the good package. */
export const contents = {
  subject,
  dataBytes: 0,
  deleteNotify: undefined,
  deleteConfirm: undefined,
  midlets: [{ name: 'Demo', icon: '/icon.png', className: 'acme.Demo' }],
  signer: undefined,
  permissions: [],
  push: [],
}

/** What the phone knows of a package from its descriptor. */
export function planFor(
  octets: Uint8Array,
  change: Readonly<Record<string, string | undefined>> = {},
): InstallPlan {
  const descriptor = makeDescriptor({ 'MIDlet-Jar-Size': String(octets.length), ...change })
  const answer = examineDescriptor(
    {
      octets: descriptor,
      charset: undefined,
      url: descriptorUrl,
      linkUrl: descriptorUrl,
      profile: plainProfile,
      freeBytes: 100_000,
      neighbours: noNeighbours,
    },
    strict,
  )
  if (answer.kind === 'refuse') throw new TypeError(answer.refusal.reason)
  return answer.plan
}

export function questionOf(octets: Uint8Array): VerificationQuestion {
  return {
    octets,
    packageUrl: 'http://ota.test/suites/demo.jar',
    profile: plainProfile,
    freeBytes: 100_000,
    neighbours: noNeighbours,
    trust: trustsNobody,
    plan: planFor(octets),
    answers: new Map(),
  }
}

/** The question about a package of another suite, with the descriptor of the good one. */
export function about(change: Partial<SuiteSpec>): VerificationQuestion {
  return questionOf(buildSuite({ ...spec, ...change }).jar)
}

export function withoutAttribute(name: string): VerificationQuestion {
  return about({ manifest: (attributes) => attributes.filter(([one]) => one !== name) })
}

export function withAttribute(name: string, value: string): VerificationQuestion {
  return about({
    manifest: (attributes) => attributes.map((pair) => (pair[0] === name ? [name, value] : pair)),
  })
}

export function withoutEntry(path: string): VerificationQuestion {
  return about({ entries: (entries) => entries.filter((entry) => entry.path !== path) })
}
