import { defineCommand } from '../command.ts'
import { untilInterrupted } from '../interrupt.ts'
import { addPatienceOption } from '../patience-option.ts'
import { parseSeed } from '../parse-seed.ts'
import { addStartsAtOption } from '../starts-at-option.ts'
import { addReportOptions, type ReportOptions } from '../report-options.ts'

interface Options extends ReportOptions {
  readonly profile?: string
  readonly seed: number
  readonly startsAt?: string
  readonly patience: number
  readonly browser: boolean
}

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('judge everything that one link lets a phone see')
      .argument(
        '<url>',
        'http link that the user opens, of a descriptor (JAD, DD), package or page, e.g. http://127.0.0.1:8080/demo.jad',
      )
      .option(
        '--profile <id>',
        'the phone; when none is given, one that the link is for: midp2-plain for suites',
      )
      .option('--seed <number>', 'of whatever is drawn by lot', parseSeed, 1)
      .option(
        '--browser',
        'open pages in a Chromium of this machine, which runs their scripts',
        false,
      )
    addStartsAtOption(command)
    addPatienceOption(command)
    addReportOptions(command).action(
      ending(async (url: string, options: Options) => {
        const { profile, seed, failOn } = options
        const [{ check }, { prepareDelivery }] = await Promise.all([
          import('../../index.ts'),
          import('../deliver-report.ts'),
        ])
        const deliver = await prepareDelivery(options, terminal)
        const result = await untilInterrupted(terminal, (signal) =>
          check({
            url,
            profile,
            onPhone: (id, what) =>
              terminal.err(
                `played on ${id}, as the link leads to ${what}; --profile plays another\n`,
              ),
            seed,
            startsAt: options.startsAt,
            failOn,
            discovery: options.browser ? 'browser' : undefined,
            signal,
            patienceMs: options.patience * 1000,
            onCase: (done, total, { id }) =>
              terminal.progress(`${done} of ${total} cases, ${id}`, done / total),
          }),
        )
        return deliver(result, { command: 'check', target: url })
      }),
    )
  },
})
