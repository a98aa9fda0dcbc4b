import { Command } from 'commander'
import { loadCatalogue } from '../catalogue.ts'
import type { CliCommand, Session } from './command.ts'
import { exitCodesHelp } from './exit-codes.ts'

const examples = `Examples:
  ota run                                       play every scenario on the embedded server
  ota run --target target.yaml --out reports/t  … on yours, and keep the traces
  ota check http://host/app.jad                 what one link lets a phone see
  ota run --profile 'midp/*'                    … on every phone there is, not on three
  ota profiles show nokia-6131                  what is known of a phone, and where it is from
  ota explain report/answered-with-200          why a check is there, and what to change
  ota decode app.jad                            read a file as a phone reads it

`

/** The whole command line, with one subcommand for each file in `commands/`. */
export async function makeProgram(session: Session, version: string): Promise<Command> {
  const program = new Command('ota')
    .description(
      'A simulated handset that installs over the air and judges the provisioning server, clause by clause.',
    )
    .version(version)
    .helpOption('-h, --help', 'print help, also of a single command')
    .helpCommand(false)
    .showSuggestionAfterError()
    .configureHelp({ helpWidth: 100 })
    .addHelpText('after', `\n${examples}${exitCodesHelp}`)
  const { terminal } = session
  const quiet = { writeOut: terminal.out, writeErr: () => {} }
  program.exitOverride().configureOutput(quiet)
  const commands = await loadCatalogue(new URL('./commands/', import.meta.url), isCliCommand)
  for (const { id, value } of commands) {
    value.declare(program.command(id), session)
  }
  return program
}

function isCliCommand(value: unknown): value is CliCommand {
  return (
    typeof value === 'object' &&
    value !== null &&
    'declare' in value &&
    typeof value.declare === 'function'
  )
}
