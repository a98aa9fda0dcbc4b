import { defineCommand } from '../command.ts'
import { addReportOptions, type ReportOptions } from '../report-options.ts'

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('judge traces of earlier runs again, without a target')
      .argument('<trace...>', 'trace files, or folders that hold some, e.g. what --out wrote')
    addReportOptions(command).action(
      ending(async (places: readonly string[], options: ReportOptions) => {
        const [{ loadChecks }, { rejudge }, { readTraces }, { prepareDelivery }, version] =
          await Promise.all([
            import('../../check/judge.ts'),
            import('../../run/rejudge.ts'),
            import('../read-traces.ts'),
            import('../deliver-report.ts'),
            import('../package-version.ts'),
          ])
        const deliver = await prepareDelivery(options, terminal)
        const result = rejudge({
          traces: await readTraces(places),
          checks: await loadChecks(),
          failOn: options.failOn,
          version: version.packageVersion(),
          stopwatch: () => performance.now(),
        })
        return deliver(result, { command: 'judge' })
      }),
    )
  },
})
