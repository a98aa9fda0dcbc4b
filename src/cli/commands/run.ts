import { Option } from 'commander'
import { UsageError } from '../../errors.ts'
import { defineCommand } from '../command.ts'
import { untilInterrupted } from '../interrupt.ts'
import { addPatienceOption } from '../patience-option.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { Terminal } from '../terminal.ts'
import { parseSeed } from '../parse-seed.ts'
import { addStartsAtOption } from '../starts-at-option.ts'
import { tellSlow } from '../tell-slow.ts'
import { addReportOptions, type ReportOptions } from '../report-options.ts'

interface Options extends ReportOptions {
  readonly target?: string
  readonly profile?: string
  readonly seed: number
  readonly startsAt?: string
  readonly clock: 'virtual' | 'wall'
  readonly fault?: string
  readonly patience: number
}

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('play scenarios against a target and judge it')
      .argument(
        '[scenario...]',
        'globs over scenario ids, e.g. "install/*"; all when none is given',
      )
      .option(
        '--target <file|url>',
        'target file, or link of a descriptor; none: the embedded server',
      )
      .option(
        '--profile <glob>',
        'phones to play it on: ids such as "nokia-*", or all of a platform as "midp/*"; a few of each platform when none is given',
      )
      .option('--seed <number>', 'of whatever is drawn by lot', parseSeed, 1)
      .addOption(
        new Option(
          '--clock <kind>',
          'on the wall phones really wait, and really take slow transfers slowly, for servers with timers of their own',
        )
          .choices(['virtual', 'wall'])
          .default('virtual'),
      )
      .option('--fault <id>', 'a defect for the embedded server, see `ota list faults`')
    addStartsAtOption(command)
    addPatienceOption(command)
    addReportOptions(command).action(
      ending((scenarios: readonly string[], options: Options) =>
        play(scenarios, options, terminal),
      ),
    )
  },
})

async function play(
  scenarios: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { target, profile, seed, clock, fault, failOn } = options
  const [{ run }, { createPerson }, { prepareDelivery }, { chooseFault }] = await Promise.all([
    import('../../index.ts'),
    import('../../adapters/person.ts'),
    import('../deliver-report.ts'),
    import('../choose-fault.ts'),
  ])
  if (fault !== undefined && target !== undefined) throw faultOfTarget()
  const deliver = await prepareDelivery(options, terminal)
  const chosen = fault === undefined ? undefined : await chooseFault(fault)
  const result = await untilInterrupted(terminal, (signal) =>
    run({
      scenarios,
      target,
      profile,
      seed,
      startsAt: options.startsAt,
      clock,
      failOn,
      signal,
      patienceMs: options.patience * 1000,
      person: createPerson({ input: process.stdin, show: terminal.err }),
      fault: chosen,
      onSlow: (id, transfer) => terminal.err(tellSlow(id, transfer)),
      onCase: (done, total, { id }) =>
        terminal.progress(`${done} of ${total} cases, ${id}`, done / total),
    }),
  )
  return deliver(result, {
    command: 'run',
    ...(target === undefined ? {} : { target }),
    ...(fault === undefined ? {} : { fault }),
  })
}

function faultOfTarget(): UsageError {
  return new UsageError('run/fault', '--fault breaks the embedded server, not a target', {
    hint: 'Leave --target away, or serve the fault with `ota reference --fault`.',
  })
}
