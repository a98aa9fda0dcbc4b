import { CommanderError } from 'commander'
import { didYouMean } from '../did-you-mean.ts'
import { DataError, HarnessFault, OtaError, UsageError, WireError } from '../errors.ts'
import type { Session } from './command.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import { packageVersion } from './package-version.ts'
import { makeProgram } from './program.ts'
import { processTerminal, type Terminal } from './terminal.ts'

/** Runs `ota` with the words behind the program's name and leaves the exit code in the process. */
export async function runProcess(words: readonly string[]): Promise<void> {
  const terminal = processTerminal()
  // What is thrown outside of any promise would end in Node's own exit code 1, which here means "does not conform".
  process.on('uncaughtException', (error) => process.exit(tell(error, terminal)))
  process.exitCode = await main(words, terminal)
  if (process.exitCode === exitCodes.interrupted) await endNow()
}

/** What was interrupted may still hold sockets and programs; what was written goes out first. */
async function endNow(): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => stream.write('', () => resolve()))
  }
  process.exit()
}

/** @returns the exit code; every error has been told on stderr */
export async function main(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.conforms
  const session: Session = {
    terminal,
    ending:
      (action) =>
      async (...given) => {
        exitCode = await action(...given)
      },
  }
  try {
    const program = await makeProgram(session, packageVersion())
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    return tell(error, terminal)
  }
}

function tell(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return tellCommander(error, terminal)
  if (error instanceof OtaError && !(error instanceof HarnessFault)) {
    const hint = error.hint === undefined ? '' : `hint: ${error.hint}\n`
    terminal.err(`error: ${error.message} [${error.code}]\n${hint}`)
    if (error instanceof UsageError || error instanceof DataError || error instanceof WireError) {
      return exitCodes.usage
    }
    return exitCodes.harnessError
  }
  terminal.err(missingPackage(error) ?? `${defect(error)}${bugReportHint}`)
  return exitCodes.harnessError
}

function tellCommander(error: CommanderError, terminal: Terminal): ExitCode {
  // Help and version come as "errors" with exit code 0; their text is on stdout already.
  if (error.exitCode === 0) return exitCodes.conforms
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n')
  const hint =
    suggestion?.replace(/^\(|\)$/g, '') ??
    suggestChoice(message) ??
    'See `ota --help` or `ota COMMAND --help`.'
  terminal.err(`error: ${message} [cli/usage]\nhint: ${hint}\n`)
  return exitCodes.usage
}

/** Commander suggests commands and options, but not the value of an option. */
function suggestChoice(message: string): string | undefined {
  const refusal = /'([^']*)' is invalid.* Allowed choices are (.*)\.$/.exec(message)
  const [, word, choices] = refusal ?? []
  return word === undefined || choices === undefined
    ? undefined
    : didYouMean(word, choices.split(', '))
}

/** A checkout that was moved on without its packages. */
function missingPackage(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined
  const [missing] = /^Cannot find package '[^']*'/.exec(error.message) ?? []
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || missing === undefined) return undefined
  return `error: ${missing} [cli/missing-package]\nhint: Say \`npm ci\` where ota-handset is installed: its packages are not those of its version.\n`
}

const bugReportHint =
  'hint: This is a defect of ota-handset and says nothing about the target. Please report it with this output.\n'

function defect(error: unknown): string {
  const code = error instanceof OtaError ? error.code : 'cli/unexpected'
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `error: ${message} [${code}]\n`
}
