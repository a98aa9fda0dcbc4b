import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { parseSeed } from '../parse-seed.ts'

interface Options {
  readonly profile: string
  readonly seed: number
  readonly verbose?: boolean
}

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('test the checks: each must be killed by a fault of the reference server')
      .option('--profile <glob>', 'phones to play on', 'midp2-plain')
      .option('--seed <number>', 'of whatever is drawn by lot', parseSeed, 1)
      .option('--verbose', 'show the faults too that broke exactly what they should')
      .addHelpText('after', '\nExits with 0 when every check is proven, with 1 when one is not.')
      .action(
        ending(async ({ profile, seed, verbose }: Options) => {
          const [{ run }, { selfTest }, { loadFaults }, { formatKillMatrix }] = await Promise.all([
            import('../../index.ts'),
            import('../../run/self-test.ts'),
            import('../../reference/faults.ts'),
            import('../format-kill-matrix.ts'),
          ])
          const faults = await loadFaults()
          const byId = new Map(faults.map(({ id, value }) => [id, value]))
          const matrix = await selfTest({
            faults,
            play: async (id) => {
              const fault = id === undefined ? undefined : byId.get(id)
              return (await run({ profile, seed, fault })).report
            },
            onFault: (done, total, { fault }) =>
              terminal.progress(`${done} of ${total} faults, ${fault}`),
          })
          terminal.out(formatKillMatrix(matrix, { ...terminal, verbose: verbose === true }))
          return matrix.proven ? exitCodes.conforms : exitCodes.doesNotConform
        }),
      )
  },
})
