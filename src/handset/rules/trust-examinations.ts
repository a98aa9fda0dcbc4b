/** What can be wrong with who a suite comes from and what it wants, one examination each (OTA2 Installation step 3). */
import { numberedAttributes } from '../../wire/attributes.ts'
import type { Attribute } from '../../wire/attributes.ts'
import { escapeText } from '../../wire/escape.ts'
import { contentsOf, manifestOf, valueInEither } from './integrity.ts'
import type { PackageDraft, PackageExamination } from './integrity.ts'
import { resolvePermissions } from './permissions.ts'
import { examinePush } from './push-registry.ts'
import { authenticate } from './trust.ts'

/** Phones of MIDP 1.0 alone know no signatures: the attributes are as good as any that they do not know. */
const signingProfile = /^(?:MIDP-[2-9]|IMP-NG|MEEP-)/

/** Over the octets as received, before the archive is opened. */
export const authentication: PackageExamination = {
  name: 'signature and certificates',
  examine({ attributes, octets, profile, trust }) {
    if (!profile.midpProfiles.some((name) => signingProfile.test(name))) return undefined
    const answer = authenticate({ attributes, octets, roots: trust.roots, at: trust.now() })
    switch (answer.kind) {
      case 'untrusted':
        return undefined
      case 'trusted':
        return { learned: { signer: answer.signer } }
      case 'refuse':
        return answer.refusal
      default:
        return answer satisfies never
    }
  },
}

/** The descriptor is not signed: what it says beside a signed manifest must be what that says (PKI21, SEC21). */
export const trustedEquality: PackageExamination = {
  name: 'same attributes as a signed manifest',
  examine(draft) {
    if (draft.signer === undefined) return undefined
    const manifest = new Map(manifestOf(draft).map(({ name, value }) => [name, value]))
    for (const { name, value } of draft.attributes) {
      const signed = manifest.get(name)
      if (signed !== undefined && signed !== value) {
        const texts = `"${escapeText(value, 60)}" in the descriptor, "${escapeText(signed, 60)}" in the signed manifest`
        return { code: 905, reason: `${escapeText(name, 60)} is ${texts}` }
      }
      if (signed === undefined && signedNames.includes(name)) {
        return { code: 905, reason: `${name} stands in the descriptor, not in the signed manifest` }
      }
    }
    return undefined
  },
}

const signedNames: readonly string[] = ['MIDlet-Permissions', 'MIDlet-Permissions-Opt']

export const permissions: PackageExamination = {
  name: 'permissions',
  examine(draft) {
    const answer = resolvePermissions({
      signer: draft.signer,
      critical: valueInEither(draft, 'MIDlet-Permissions'),
      optional: valueInEither(draft, 'MIDlet-Permissions-Opt'),
    })
    return answer.kind === 'refuse'
      ? answer.refusal
      : { learned: { permissions: answer.permissions } }
  },
}

export const pushRegistrations: PackageExamination = {
  name: 'push registrations',
  examine(draft) {
    const attributes = pushDocument(draft)
    if (attributes === undefined) return undefined
    const { midlets, subject } = contentsOf(draft)
    const { signer, permissions: granted, neighbours } = draft
    return examinePush({
      attributes,
      midlets,
      signer,
      permissions: granted,
      ownerOf: (connection) => neighbours.listenerOn(connection, subject),
    })
  },
}

/** The descriptor where it has registrations, since PUSH21 wants them there; else the manifest where that has some. */
function pushDocument(draft: PackageDraft): readonly Attribute[] | undefined {
  return [draft.attributes, manifestOf(draft)].find(
    (attributes) => numberedAttributes(attributes, 'MIDlet-Push-').length > 0,
  )
}
