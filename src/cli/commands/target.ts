import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

interface Options {
  readonly all: boolean
  readonly msisdn?: string
  readonly json: boolean
}

export default defineCommand({
  declare(command, { terminal, ending }) {
    command.description('look after target files')
    command
      .command('doctor')
      .description('try every link, the credentials and every verb of a target file')
      .argument('<file>', 'target file')
      .option('--all', 'also the verbs that change the target: reset and publish', false)
      .option('--msisdn <number>', 'try push with a message to this number, and cancel')
      .option('--json', 'for programs', false)
      .action(
        ending(async (file: string, { all, msisdn, json }: Options) => {
          const [{ openTarget }, { formatExaminations, listExaminations }, { examineTarget }] =
            await Promise.all([
              import('../target/open-target.ts'),
              import('../target/format-examinations.ts'),
              import('../../target/doctor.ts'),
            ])
          const { target, ways, close } = await openTarget(file, { terminal, msisdn })
          const now = new Date().toISOString()
          const found = await examineTarget(target, { ...ways, all, msisdn, now })
          await close()
          terminal.out(
            json
              ? listExaminations(target.name, found)
              : formatExaminations(target.name, found, terminal.paint),
          )
          const failed = found.filter(({ state }) => state === 'fails')
          const links = found.filter(
            ({ line, state }) => line.startsWith('links.') && state !== 'not given',
          )
          if (links.every(({ unreached }) => unreached === true)) return exitCodes.unreachable
          return failed.length === 0 ? exitCodes.conforms : exitCodes.doesNotConform
        }),
      )
  },
})
