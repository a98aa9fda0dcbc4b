import type { Command } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** What a command works with besides its own arguments. */
export interface Session {
  readonly terminal: Terminal
  /** Wraps an action so that its result becomes the exit code of the process. */
  readonly ending: <A extends readonly unknown[]>(
    action: (...words: A) => ExitCode | Promise<ExitCode>,
  ) => (...words: A) => Promise<void>
}

/**
 * One command of `ota`; its name is its file name below `commands/`. Its module loads nothing heavy: what the action
 * needs, the action imports.
 */
export interface CliCommand {
  /** Adds description, arguments, options and action to the command made for it. */
  readonly declare: (command: Command, session: Session) => void
}

/** Declares a command, e.g. `defineCommand({ declare(command, session) { … } })`. */
export function defineCommand(command: CliCommand): CliCommand {
  return command
}
