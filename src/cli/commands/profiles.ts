import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { refuseAct } from '../refuse-act.ts'

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('show phones: what is known of them, and where it is from')
      .allowExcessArguments()
      .action(
        ending(async () => {
          if (command.args.length > 0) refuseAct(command, 'profiles/act', 'nothing was asked')
          const [{ loadPhones }, { tabulateProfiles }] = await Promise.all([
            import('../../handset/phone-catalogue.ts'),
            import('../profiles/tabulate-profiles.ts'),
          ])
          terminal.out(tabulateProfiles((await loadPhones()).profiles))
          return exitCodes.conforms
        }),
      )
    command
      .command('show')
      .description('every fact of one phone with its source, and its quirks')
      .argument('<id>', 'see `ota profiles`')
      .action(
        ending(async (id: string) => {
          const [{ loadPhones }, { chooseProfile }, { formatProfile }] = await Promise.all([
            import('../../handset/phone-catalogue.ts'),
            import('../profiles/choose-profile.ts'),
            import('../profiles/format-profile.ts'),
          ])
          const { profiles, quirks } = await loadPhones()
          terminal.out(formatProfile(chooseProfile(id, profiles), quirks, terminal))
          return exitCodes.conforms
        }),
      )
    command
      .command('diff')
      .description('what two phones do not have in common')
      .argument('<id>', 'see `ota profiles`')
      .argument('<other>', 'the phone to compare it with')
      .action(
        ending(async (id: string, other: string) => {
          const [{ loadPhones }, { chooseProfile }, { compareProfiles }] = await Promise.all([
            import('../../handset/phone-catalogue.ts'),
            import('../profiles/choose-profile.ts'),
            import('../profiles/compare-profiles.ts'),
          ])
          const { profiles } = await loadPhones()
          const [one, another] = [id, other].map((name) => chooseProfile(name, profiles))
          if (one === undefined || another === undefined) throw new TypeError('two were chosen')
          terminal.out(compareProfiles(one, another, terminal))
          return exitCodes.conforms
        }),
      )
  },
})
