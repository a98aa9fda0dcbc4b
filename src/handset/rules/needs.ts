/**
 * What the classes of a package refer to, against the APIs that the phone has. No document of the platform asks for it;
 * phones that look report 913 (Motorola C381p developer guide, status codes).
 */
import { escapeText } from '../../wire/escape.ts'
import { lackingNeeds, needsOf } from '../../wire/jar-needs.ts'
import type { PackageExamination } from './integrity.ts'

/** A phone whose APIs nobody knows lacks none. */
export const needs: PackageExamination = {
  name: 'APIs that the classes refer to',
  examine({ octets, profile: { apis } }) {
    const [lacking] = apis === undefined ? [] : lackingNeeds(needsOf(octets), apis)
    if (lacking === undefined) return undefined
    const { entry, packages, apis: wanted } = lacking
    return {
      code: 913,
      reason: `${escapeText(entry, 60)} refers to ${packages.join(', ')}, which is ${wanted.join(' or ')}; this phone has not`,
    }
  },
}
