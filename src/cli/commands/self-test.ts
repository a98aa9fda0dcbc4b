import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { ExitCode } from '../exit-codes.ts'
import { untilInterrupted } from '../interrupt.ts'
import { parseSeed } from '../parse-seed.ts'
import { provingPhones } from '../self-test/proving-phones.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly profile: string
  readonly fault: readonly string[]
  readonly check: readonly string[]
  readonly everyCase?: boolean
  readonly seed: number
  readonly reporter: readonly string[]
  readonly verbose?: boolean
}

const help = `
Plays every scenario without a fault, then again with each fault of the reference server: what a fault does to any suite on
offer is seen. Where no answer of the server would have been another one with the fault, a scenario is not played again. All
cores take part; two are done in about two minutes. One fault, or one check with its faults, takes seconds.

Exits with 0 when every check is proven, with 1 when one is not.`

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('test the checks: each must be killed by a fault of the reference server')
      .option('--fault <id>', 'play this fault alone; may be repeated', gather, [])
      .option('--check <id>', 'prove this check alone; may be repeated', gather, [])
      .option('--profile <glob>', 'phones to play on', provingPhones)
      .option('--every-case', 'play faults also where they change nothing, and see that it is so')
      .option('--seed <number>', 'of whatever is drawn by lot', parseSeed, 1)
      .option(
        '--reporter <name[=file]>',
        'terminal or markdown; to stdout, or to a file; may be repeated, or joined by commas',
        gather,
        [],
      )
      .option('--verbose', 'show the faults too that broke exactly what they should')
      .addHelpText('after', help)
      .action(ending((options: Options) => prove(options, terminal)))
  },
})

function gather(word: string, words: readonly string[]): readonly string[] {
  return [...words, word]
}

async function prove(options: Options, terminal: Terminal): Promise<ExitCode> {
  const { reporter, verbose = false } = options
  const [{ makePlaces, readWishes, paper, writeReport }, { killMatrixFormats }] = await Promise.all(
    [import('../report-wishes.ts'), import('../kill-matrix-formats.ts')],
  )
  const wishes = readWishes(reporter, killMatrixFormats)
  await makePlaces(wishes)
  const { playMatrix } = await import('../self-test/play-matrix.ts')
  const matrix = await untilInterrupted(
    terminal,
    (signal) => playMatrix({ ...options, signal, onProgress: tellProgress(terminal) }),
    'nothing is proven',
  )
  if (matrix === undefined) return exitCodes.interrupted
  for (const { format, file } of wishes) {
    if (file === undefined) terminal.out(format(matrix, { ...terminal, verbose }))
    else await writeReport(file, format(matrix, { ...paper, verbose }))
  }
  return matrix.proven ? exitCodes.conforms : exitCodes.doesNotConform
}

function tellProgress(terminal: Terminal) {
  return (done: number, total: number, fault: string | undefined): void => {
    const cases = `${done} of ${total} cases`
    // How much there is to do is known when all have been played without a fault.
    if (fault === undefined) terminal.progress(`${cases} without a fault`, 0)
    else terminal.progress(`${cases} with faults, ${fault}`, done / total)
  }
}
