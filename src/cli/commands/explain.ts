import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('say what a check, a clause or a status code is about')
      .argument('<name>', 'check (or its row, like S31), clause, status code, ambiguity (like A21)')
      .action(
        ending(async (name: string) => {
          const [{ loadChecks }, { clauses }, { statusCodes }, { findTopic }, { formatTopic }] =
            await Promise.all([
              import('../../check/judge.ts'),
              import('../../check/specs.ts'),
              import('../../wire/status-report.ts'),
              import('../explain/find-topic.ts'),
              import('../explain/format-topic.ts'),
            ])
          const library = { checks: await loadChecks(), clauses, statusCodes, faultsOf }
          terminal.out(await formatTopic(findTopic(name, library), library, terminal))
          return exitCodes.conforms
        }),
      )
  },
})

/** Only what a check is about costs the loading of all faults. */
async function faultsOf(check: string): Promise<readonly string[]> {
  const { loadFaults } = await import('../../reference/faults.ts')
  const faults = await loadFaults()
  return faults.filter(({ value }) => value.breaks.includes(check)).map(({ id }) => id)
}
