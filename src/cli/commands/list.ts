import { Argument, Option } from 'commander'
import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { kinds, levels, type Filter, type Kind } from '../listing.ts'

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('name what there is')
      .addArgument(new Argument('[kind]', 'what to list').choices(kinds).default('checks'))
      .addOption(new Option('--level <level>', 'checks and clauses of this level').choices(levels))
      .option('--clause <glob>', 'checks that rest on, and clauses with, such an id')
      .option('--area <name>', 'checks and scenarios below this folder, e.g. report')
      .action(
        ending(async (kind: Kind, filter: Filter) => {
          const { makeListing } = await import('../make-listing.ts')
          const { columnsOf } = await import('../../report/views/layout.ts')
          const rows = await makeListing(kind, filter)
          if (rows.length === 0) {
            terminal.err(`no ${kind} match\n`)
            return exitCodes.nothingExercised
          }
          terminal.out(`${columnsOf(rows).join('\n')}\n`)
          return exitCodes.conforms
        }),
      )
  },
})
