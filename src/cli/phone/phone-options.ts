/** The options of `ota phone`, and what they come to. */
import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import { UsageError } from '../../errors.ts'
import type { Terminal } from '../terminal.ts'
import type { Answers } from './ask-user.ts'
import type { CallPhone, StoredCall } from './call-phone.ts'
import type { ExitCode } from '../exit-codes.ts'
import { phonePlace } from './phone-place.ts'
import type { Target } from '../../target/target.ts'

export interface PhoneOptions {
  readonly phone?: string
}

export interface CallOptions extends PhoneOptions {
  readonly answer?: Answers
  readonly user?: string
  readonly password?: string
  readonly allow: readonly string[]
  readonly target?: string
  readonly patience: number
  readonly out?: string
  readonly judge?: boolean
}

/** How a call is made, whatever it is for. */
export interface CallWay extends Omit<CallPhone, 'errand'> {
  readonly allow: readonly string[]
}

/** Long enough for a server that wants a minute twice, and answers as late as it may. */
const patienceSeconds = 300
const patienceSecondsMax = 3600

export function addPhoneOption(command: Command): Command {
  return command.option('--phone <file>', 'the phone; yours when none is given')
}

export function addCallOptions(command: Command): Command {
  return addPhoneOption(command)
    .addOption(
      new Option(
        '--answer <how>',
        'to what the phone asks; ask on a terminal, accept elsewhere, when none is given',
      ).choices(['accept', 'refuse', 'ask']),
    )
    .option('--user <name>', 'for links that want credentials, together with --password')
    .option('--password <word>', 'see --user')
    .addOption(
      new Option(
        '--allow <host>',
        'a host that the phone may contact too, now and later, as host or host:port; may be repeated',
      )
        .argParser(addHost)
        .default([], 'none'),
    )
    .option(
      '--target <file>',
      'the server of a client that is installed: its first-contact, credentials and hosts',
    )
    .option(
      '--patience <seconds>',
      'how long the phone may be busy before it is stopped',
      parsePatience,
      patienceSeconds,
    )
    .option('--out <folder>', 'keep the trace of this call there, for `ota judge`')
    .option('--judge', 'judge the server by this call; its verdict is the exit code')
}

export function addHost(word: string, hosts: readonly string[]): readonly string[] {
  if (/^[^/\s]+$/.test(word)) return [...hosts, word.toLowerCase()]
  throw new InvalidArgumentError('It is a host or host:port.')
}

function parsePatience(word: string): number {
  const seconds = Number(word)
  if (/^\d{1,4}$/.test(word) && seconds >= 1 && seconds <= patienceSecondsMax) return seconds
  throw new InvalidArgumentError(`It is a number of seconds from 1 to ${patienceSecondsMax}.`)
}

export function fileOf({ phone }: PhoneOptions): string {
  return phone ?? phonePlace(process.env)
}

/** @throws UsageError for half of a pair of credentials */
export async function callOf(options: CallOptions, terminal: Terminal): Promise<CallWay> {
  const { createPerson } = await import('./ask-user.ts')
  const target = options.target === undefined ? undefined : await targetOf(options.target)
  const credentials = credentialsOf(options) ?? target?.credentials
  const isAtTerminal = process.stdin.isTTY && process.stderr.isTTY
  const person = createPerson(options.answer ?? (isAtTerminal ? 'ask' : 'accept'), credentials, {
    input: process.stdin,
    show: terminal.err,
  })
  return {
    person,
    allow: [...options.allow, ...(target?.hosts ?? [])],
    target,
    hasCredentials: credentials !== undefined,
    patienceMs: options.patience * 1000,
    out: options.out,
    judge: options.judge === true ? (stored) => judgeCall(stored, terminal) : undefined,
    terminal,
  }
}

async function targetOf(file: string): Promise<Target> {
  const { readTargetFile } = await import('../../target/read-target-file.ts')
  return readTargetFile(file)
}

function credentialsOf({ user, password }: CallOptions) {
  if (user === undefined && password === undefined) return undefined
  if (user !== undefined && password !== undefined) return { user, password }
  throw new UsageError('phone/credentials', '--user and --password belong together')
}

async function judgeCall(stored: StoredCall, terminal: Terminal): Promise<ExitCode> {
  const [{ loadChecks }, { rejudge }, { prepareDelivery }, { packageVersion }] = await Promise.all([
    import('../../check/judge.ts'),
    import('../../run/rejudge.ts'),
    import('../deliver-report.ts'),
    import('../package-version.ts'),
  ])
  const failOn = 'must'
  const deliver = await prepareDelivery({ reporter: [], failOn }, terminal)
  const result = rejudge({
    traces: [stored],
    checks: await loadChecks(),
    failOn,
    version: packageVersion(),
    stopwatch: () => performance.now(),
  })
  return deliver(result, { command: 'judge' })
}
