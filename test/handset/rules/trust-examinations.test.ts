import { describe, expect, it } from 'vitest'
import { strict } from '../../../src/handset/personalities/strict.ts'
import { examinePackage } from '../../../src/handset/rules/integrity.ts'
import type { VerificationQuestion } from '../../../src/handset/behaviour.ts'
import type { TrustedRoot } from '../../../src/handset/trust.ts'
import { buildSuite } from '../../../src/reference/suite-builder.ts'
import type { SuiteSpec } from '../../../src/reference/suite-builder.ts'
import { testRoots } from '../../../src/test-authority/authority.ts'
import { goodSignings, writeSignature } from '../../../src/test-authority/signing.ts'
import { parseCertificate } from '../../../src/wire/certificate.ts'
import { planFor, questionOf, spec } from './package-maker.ts'

const roots: readonly TrustedRoot[] = testRoots().map(({ domain, octets }) => ({
  domain,
  certificate: parseCertificate(octets),
}))
const now = () => Date.parse('2006-03-01T09:00:00Z')

const permissions = 'javax.microedition.io.Connector.https'

function signed(
  change: Partial<SuiteSpec>,
  descriptor: Readonly<Record<string, string | undefined>> = {},
): VerificationQuestion {
  const { jar } = buildSuite({ ...spec, ...change })
  const signature = writeSignature(goodSignings['identified-third-party'], jar)
  return {
    ...questionOf(jar),
    trust: { roots, now },
    plan: planFor(jar, { ...Object.fromEntries(signature), ...descriptor }),
  }
}

function verdict(question: VerificationQuestion): string {
  const answer = examinePackage(question, strict)
  if (answer.kind === 'refuse') return `${answer.refusal.code} ${answer.refusal.reason}`
  return [
    answer.signer?.domain ?? 'untrusted',
    ...answer.permissions.map(({ name }) => name),
  ].join()
}

describe('a signed package', () => {
  it('is installed in the domain of its root, with the permissions it asked for', () => {
    expect(verdict(signed({ attributes: [['MIDlet-Permissions', permissions]] }))).toBe(
      `identified-third-party,${permissions}`,
    )
  })

  it('may have its permissions in the descriptor, too', () => {
    const both = { 'MIDlet-Permissions': permissions }
    expect(verdict(signed({ attributes: [['MIDlet-Permissions', permissions]] }, both))).toBe(
      `identified-third-party,${permissions}`,
    )
  })

  it('may have attributes in the descriptor that its manifest lacks', () => {
    expect(verdict(signed({}, { 'MIDlet-Description': 'b' }))).toBe('identified-third-party')
  })

  it('is refused with 905 when an attribute of any name differs', () => {
    expect(verdict(signed({ attributes: [['Acme-Level', '1']] }, { 'Acme-Level': '2' }))).toBe(
      '905 Acme-Level is "2" in the descriptor, "1" in the signed manifest',
    )
  })

  it.each(['MIDlet-Permissions', 'MIDlet-Permissions-Opt'])(
    'is refused with 905 when its manifest lacks the %s of the descriptor',
    (name) => {
      expect(verdict(signed({}, { [name]: permissions }))).toBe(
        `905 ${name} stands in the descriptor, not in the signed manifest`,
      )
    },
  )

  it('is refused with 909 before its archive is opened', () => {
    const question = signed({})
    const octets = question.octets.map((octet, at) => (at < 4 ? 0 : octet))
    expect(verdict({ ...question, octets })).toBe(
      '909 signature mismatch: it was made over other octets than these',
    )
  })

  it('is refused with 910 when it listens without asking for it', () => {
    expect(verdict(signed({ push: ['sms://:7102, acme.Demo, *'] }))).toBe(
      '910 permission missing: registrations for push without javax.microedition.io.PushRegistry',
    )
  })

  it('is as good as an unsigned one on a phone that knows no signatures', () => {
    const question = signed({ profile: 'MIDP-1.0' }, { 'MicroEdition-Profile': 'MIDP-1.0' })
    const profile = { ...question.profile, midpProfiles: ['MIDP-1.0'] }
    expect(verdict({ ...question, profile, octets: question.octets })).toBe('untrusted')
  })
})

describe('an unsigned package', () => {
  it('may have attributes that differ, and asks for permissions in vain', () => {
    const { jar } = buildSuite({ ...spec, attributes: [['Acme-Level', '1']] })
    const plan = planFor(jar, { 'Acme-Level': '2', 'MIDlet-Permissions': 'nonsense,,' })
    expect(verdict({ ...questionOf(jar), plan })).toBe('untrusted')
  })

  it('is refused with 911 when another suite has its address', () => {
    const { jar } = buildSuite({ ...spec, push: ['socket://:7101, acme.Demo, *'] })
    const question = questionOf(jar)
    const neighbours = { ...question.neighbours, listenerOn: () => 'Listener' }
    expect(verdict({ ...question, neighbours })).toBe(
      '911 push address taken: MIDlet-Push-1: Listener listens on socket://:7101',
    )
  })

  it('is refused with 911 for nonsense that stands in the manifest alone', () => {
    const { jar } = buildSuite({ ...spec, push: ['\u{1F4F1}'] })
    expect(verdict(questionOf(jar))).toBe(
      '911 push syntax: MIDlet-Push-1 is not "connection, class, allowed sender"',
    )
  })
})
