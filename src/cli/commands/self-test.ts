import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { parseSeed } from '../parse-seed.ts'

interface Options {
  readonly profile: string
  readonly seed: number
  readonly reporter: readonly string[]
  readonly verbose?: boolean
}

/** One of each platform and kind that the checks tell apart. */
const provingPhones =
  '{midp2-plain,nokia-6600,nokia-n95,htc-wizard,hp-ipaq-510,plain-pocket-pc-2003}'

const help = `
Plays every scenario without a fault, then all of them again with each fault of the reference server: what a fault does to
any suite on offer is seen. That takes about a quarter of an hour, on one phone a few minutes.

Exits with 0 when every check is proven, with 1 when one is not.`

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('test the checks: each must be killed by a fault of the reference server')
      .option('--profile <glob>', 'phones to play on', provingPhones)
      .option('--seed <number>', 'of whatever is drawn by lot', parseSeed, 1)
      .option(
        '--reporter <name[=file]>',
        'terminal or markdown; to stdout, or to a file; may be repeated, or joined by commas',
        (word: string, words: readonly string[]) => [...words, word],
        [],
      )
      .option('--verbose', 'show the faults too that broke exactly what they should')
      .addHelpText('after', help)
      .action(
        ending(async ({ profile, seed, reporter, verbose = false }: Options) => {
          const [{ makePlaces, readWishes, paper, writeReport }, { killMatrixFormats }] =
            await Promise.all([import('../report-wishes.ts'), import('../kill-matrix-formats.ts')])
          const wishes = readWishes(reporter, killMatrixFormats)
          await makePlaces(wishes)
          const [{ prepare, run }, { selfTest }, { loadFaults }] = await Promise.all([
            import('../../index.ts'),
            import('../../run/self-test.ts'),
            import('../../reference/faults.ts'),
          ])
          const [faults, prepared] = await Promise.all([loadFaults(), prepare()])
          const byId = new Map(faults.map(({ id, value }) => [id, value]))
          const matrix = await selfTest({
            faults,
            play: async (id) => {
              const fault = id === undefined ? undefined : byId.get(id)
              // No check needs a browser to be killed, and hundreds of runs would start one each.
              const discovery = 'without-scripts'
              return (await run({ profile, seed, fault, prepared, discovery })).report
            },
            onFault: (done, total, { fault }) =>
              terminal.progress(`${done} of ${total} faults, ${fault}`, done / total),
          })
          for (const { format, file } of wishes) {
            if (file === undefined) terminal.out(format(matrix, { ...terminal, verbose }))
            else await writeReport(file, format(matrix, { ...paper, verbose }))
          }
          return matrix.proven ? exitCodes.conforms : exitCodes.doesNotConform
        }),
      )
  },
})
