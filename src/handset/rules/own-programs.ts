/** Programs of a native package that the installer runs: nobody is asked about them, and no document says that anybody is. */
import type { TraceFact } from '../../trace/events.ts'
import type { InstalledSuite } from '../flash.ts'

/** In the order of installation. */
export function ranAt(
  { subject, programs = [] }: Pick<InstalledSuite, 'subject' | 'programs'>,
  when: 'installation' | 'removal',
): readonly TraceFact[] {
  return programs
    .filter(({ at }) => at === when || at === 'both')
    .map(({ target, waits }) => ({
      type: 'program.run',
      suite: subject,
      program: target,
      when,
      waited: waits,
    }))
}
