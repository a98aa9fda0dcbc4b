/** The part of the vocabulary that tells of programs that the installer of a phone runs. */
import type { Subject } from './suite-events.ts'

export type ProgramEventFact = {
  readonly type: 'program.run'
  /** Whose it is. */
  readonly suite: Subject
  /** Its file, as the package names it. */
  readonly program: string
  readonly when: 'installation' | 'removal'
  /** The installer went on when it had ended. */
  readonly waited: boolean
}
