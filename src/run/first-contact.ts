/** The clients of a case: what each says to its server once it was installed and runs. */
import type { Clients } from '../handset/contact.ts'
import type { InstalledSuite } from '../handset/flash.ts'
import type { FirstContact } from '../target/first-contact.ts'
import { scriptOf } from '../target/first-contact.ts'
import type { Target } from '../target/target.ts'
import { phoneNumber } from './case-network.ts'
import type { Case } from './plan.ts'

/** On phones that report nothing to a server. A suite of Java has reported itself. */
export function clientsOf({
  target,
  profile,
}: Pick<Case, 'target' | 'profile'>): Clients | undefined {
  const { firstContact } = target
  if (firstContact === undefined || profile.platform === 'midp') return undefined
  return (suite) => {
    const version = versionOf(suite, firstContact, target)
    const values = {
      'client.version': version,
      'client.name': suite.subject.name,
      'client.vendor': suite.subject.vendor,
      'handset.msisdn': phoneNumber,
      'handset.name': profile.name,
    }
    return { version, script: scriptOf(firstContact, values) }
  }
}

/** A cabinet has no version: what is in it knows. */
function versionOf(
  { subject, packageUrl }: InstalledSuite,
  { versions }: FirstContact,
  { links }: Target,
): string {
  const [link = 'client'] = [...links].find(([, url]) => url === packageUrl) ?? []
  const said = versions[link]
  if (said !== undefined) return said
  return subject.version === '' ? (versions['client'] ?? '') : subject.version
}
