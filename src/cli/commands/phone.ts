import { Option } from 'commander'
import type { Command } from 'commander'
import { UsageError } from '../../errors.ts'
import type { Errand } from '../../run/call.ts'
import { defineCommand } from '../command.ts'
import type { Session } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { refuseAct } from '../refuse-act.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { OwnPhone } from '../phone/own-phone.ts'
import { addCallOptions, addPhoneOption, callOf, fileOf } from '../phone/phone-options.ts'
import type { CallOptions, CallWay, PhoneOptions } from '../phone/phone-options.ts'
import type { Terminal } from '../terminal.ts'
import type * as PhoneViews from '../phone/phone-views.ts'

interface OpenOptions extends CallOptions {
  readonly profile?: string
}

interface NewOptions extends PhoneOptions {
  readonly profile?: string
  readonly root: readonly string[]
}

interface ReadOptions extends PhoneOptions {
  readonly json?: boolean
}

const help = `
A phone is one file: $XDG_DATA_HOME/ota-handset/phone.sqlite, or ~/.local/share/…, unless --phone
names another. What model it is, is said once, when it is made; time between two calls is real time.
It contacts only the hosts of the links that were typed on it, and those of --allow and --target.
A client for Symbian or Windows Mobile connects to its server once it is started: --target says how.
Messages come to it through \`ota network --phone FILE\`; \`inbox\` shows them, and \`open last\` or
\`open NUMBER\` opens the link of one.
Killed in the middle of a call it is as it was before or after, never between; one process at a time
has it. Reports that could not be sent are kept, and go with the occasions that its model knows.
What the phone shows goes to stdout, what goes over the air to stderr.`

export default defineCommand({
  declare(command, session) {
    command
      .description('use one handset that lasts: what is installed on it stays')
      .usage('<what to do> [options]')
      .addHelpText('after', help)
      .allowExcessArguments()
      .action(
        session.ending(() =>
          refuseAct(command, 'phone/act', 'the phone has to be told what to do'),
        ),
      )
    declareNew(command, session)
    declareOpen(command, session)
    declareSuiteActs(command, session)
    declareViews(command, session)
    declareSwitches(command, session)
  },
})

function declareNew(phone: Command, { terminal, ending }: Session): void {
  addPhoneOption(phone.command('new'))
    .description('make a phone')
    .option('--profile <id>', 'what it is, see `ota list profiles`; midp2-plain when none is given')
    .addOption(
      new Option(
        '--root <domain=file>',
        'certificate of those whose signatures it believes, as manufacturer=, operator= or identified-third-party=; may be repeated',
      )
        .argParser((word: string, words: readonly string[]) => [...words, word])
        .default([], 'none'),
    )
    .action(
      ending(async (options: NewOptions) => {
        const [{ takeOrMakePhone }, { readRoots }] = await Promise.all([
          import('../phone/own-phone.ts'),
          import('../phone/read-roots.ts'),
        ])
        const file = fileOf(options)
        const roots = await readRoots(options.root)
        const own = await takeOrMakePhone(file, { profile: options.profile, roots })
        own.storage.close()
        if (own.storage.made) {
          terminal.out(`a new ${own.profile.name}\n`)
          return exitCodes.conforms
        }
        throw new UsageError('phone/exists', `there is a phone already, a ${own.profile.name}`, {
          hint: `It is in ${file}. Give another place with --phone, or move it away.`,
        })
      }),
    )
}

function declareOpen(phone: Command, { terminal, ending }: Session): void {
  addCallOptions(
    phone
      .command('open')
      .argument(
        '<link>',
        'http link of a descriptor or package, or a message: last, or its number',
      ),
  )
    .description(
      'open a link on it: 0 when something was installed; makes a phone if there is none',
    )
    .option('--profile <id>', 'what it is if it has to be made')
    .action(
      ending(async (link: string, options: OpenOptions) => {
        const { messageWord } = await import('../phone/find-message.ts')
        if (messageWord.test(link)) return openMessage(link, options, terminal)
        const [{ takeOrMakePhone }, { targetFromUrl }] = await Promise.all([
          import('../phone/own-phone.ts'),
          import('../../target/target.ts'),
        ])
        const { links, hosts } = targetFromUrl(link)
        const how = await callOf(options, terminal)
        const file = fileOf(options)
        const own = await takeOrMakePhone(file, { profile: options.profile, roots: [] })
        if (own.storage.made) terminal.err(`a new ${own.profile.name}, kept in ${file}\n`)
        const errand = { kind: 'open', url: links.get('demo') ?? link } as const
        return use(own, () => {
          checkProfile(own, options.profile)
          return call(own, { errand, hosts, how })
        })
      }),
    )
}

async function openMessage(
  word: string,
  options: OpenOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const [{ findMessage }, { isAllowedBy }] = await Promise.all([
    import('../phone/find-message.ts'),
    import('../../target/hosts.ts'),
  ])
  const how = await callOf(options, terminal)
  const own = await take(options)
  return use(own, () => {
    checkProfile(own, options.profile)
    const hosts = [...own.storage.belongings.hosts, ...how.allow]
    const message = findMessage(word, own.storage.read().inbox, (url) => isAllowedBy(hosts, url))
    return call(own, { errand: { kind: 'follow', message }, how })
  })
}

/** What a phone is, it stays. */
function checkProfile({ profile }: OwnPhone, wanted: string | undefined): void {
  if (wanted === undefined || wanted === profile.id) return
  throw new UsageError('phone/profile', `this phone is a ${profile.id}, not a ${wanted}`, {
    hint: 'Leave --profile away, or give another phone with --phone.',
  })
}

function declareSuiteActs(phone: Command, { terminal, ending }: Session): void {
  for (const [kind, description] of [
    [
      'launch',
      'start a suite; reports still to be sent are sent, and a client connects as --target says',
    ],
    ['remove', 'remove a suite, with its records'],
  ] as const) {
    addCallOptions(phone.command(kind).argument('<suite>', 'name, vendor/name or id'))
      .description(description)
      .action(
        ending(async (word: string, options: CallOptions) => {
          const { findSuite } = await import('../phone/find-suite.ts')
          const how = await callOf(options, terminal)
          const own = await take(options)
          return use(own, () => {
            checkPower(own)
            const suite = findSuite(word, own.storage.read().suites)
            return call(own, { errand: { kind, suite }, how })
          })
        }),
      )
  }
}

function declareViews(phone: Command, { terminal, ending }: Session): void {
  const declareView = (name: string, description: string, view: View) =>
    addPhoneOption(phone.command(name))
      .description(description)
      .option('--json', 'for programs')
      .action(
        ending(async (options: ReadOptions) => {
          const [views, own] = await Promise.all([import('../phone/phone-views.ts'), take(options)])
          return use(own, () => {
            const lines =
              options.json === true
                ? [JSON.stringify(view.data(views, own), undefined, 2)]
                : view.lines(views, own)
            if (lines.length === 0) terminal.err(`${view.nothing ?? 'nothing'}\n`)
            for (const line of lines) terminal.out(`${line}\n`)
            return exitCodes.conforms
          })
        }),
      )
  declareView('list', 'name the installed suites', {
    nothing: 'nothing is installed',
    data: ({ suitesOf }, own) => suitesOf(own),
    lines: ({ listSuites }, own) => listSuites(own),
  })
  declareView('inbox', 'show the messages that came, and their links', {
    nothing: 'no message is there',
    data: ({ inboxOf }, own) => inboxOf(own),
    lines: ({ listInbox }, own) => listInbox(own),
  })
  declareView('status', 'tell what it is, its power and memory, and the reports still to be sent', {
    data: ({ statusOf }, own) => statusOf(own),
    lines: ({ showStatus }, own) => showStatus(own),
  })
}

type Views = typeof PhoneViews

interface View {
  /** Said where there are no lines. */
  readonly nothing?: string
  readonly data: (views: Views, own: OwnPhone) => unknown
  readonly lines: (views: Views, own: OwnPhone) => readonly string[]
}

function declareSwitches(phone: Command, { terminal, ending }: Session): void {
  const declareSwitch = (name: string, states: readonly [string, string], flip: Flip) =>
    addCallOptions(phone.command(name).argument(`<${states.join('|')}>`))
      .description(flip.description)
      .action(
        ending(async (state: string, options: CallOptions) => {
          if (!states.includes(state)) {
            throw new UsageError('phone/state', `${name} cannot be "${state}"`, {
              hint: `It is ${states.join(' or ')}.`,
            })
          }
          const how = await callOf(options, terminal)
          const own = await take(options)
          return use(own, async () => {
            const isUp = state === states[0]
            own.storage.keep(flip.change(isUp))
            terminal.out(`${name} ${state}\n`)
            const { on, covered } = own.storage.belongings
            if (!isUp || !on || !covered) return exitCodes.conforms
            return call(own, { errand: { kind: 'wake' }, how })
          })
        }),
      )
  declareSwitch('power', ['on', 'off'], {
    description: 'switch it on or off; switched on, it sends the reports that were never sent',
    change: (on) => ({ on }),
  })
  declareSwitch('coverage', ['regained', 'lost'], {
    description: 'take it where there is coverage, or none',
    change: (covered) => ({ covered }),
  })
}

interface Flip {
  readonly description: string
  readonly change: (isUp: boolean) => { readonly on?: boolean; readonly covered?: boolean }
}

async function take(options: PhoneOptions): Promise<OwnPhone> {
  const { takePhone } = await import('../phone/own-phone.ts')
  return takePhone(fileOf(options))
}

async function use(
  { storage }: OwnPhone,
  act: () => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await act()
  } finally {
    storage.close()
  }
}

function checkPower({ storage }: OwnPhone): void {
  if (storage.belongings.on) return
  throw new UsageError('phone/off', 'the phone is off', { hint: 'Say `ota phone power on`.' })
}

/** @throws UsageError while the phone is off */
async function call(
  own: OwnPhone,
  wanted: {
    readonly errand: Errand
    /** That the phone may contact from now on. */
    readonly hosts?: readonly string[]
    readonly how: CallWay
  },
): Promise<ExitCode> {
  const { errand, how } = wanted
  checkPower(own)
  const { hosts } = own.storage.belongings
  const { callPhone } = await import('../phone/call-phone.ts')
  const known = new Set([...hosts, ...(wanted.hosts ?? []), ...how.allow])
  if (known.size > hosts.length) own.storage.keep({ hosts: [...known] })
  return callPhone(own, { ...how, errand })
}
