/** The options of `ota network`, and what they come to. */
import { InvalidArgumentError, Option } from 'commander'
import type { Command } from 'commander'
import { didYouMean } from '../../did-you-mean.ts'
import { UsageError } from '../../errors.ts'
import type { Entry } from '../../catalogue.ts'
import type { Bearer } from '../../network/bearer.ts'
import type { DoorWish } from '../../network/doors.ts'
import { durationPattern, parseDuration } from '../../duration.ts'
import { addHost } from '../phone/phone-options.ts'

export interface NetworkOptions {
  readonly handset: readonly string[]
  readonly phone: readonly string[]
  readonly profile?: string
  readonly port: readonly string[]
  readonly systemId: string
  readonly password: string
  readonly open?: boolean
  readonly allow: readonly string[]
  readonly for?: number
  readonly out?: string
}

/** Of the one phone, where none is asked for. */
const usualNumber = '358401234567'
const phonesMax = 1000

export function addNetworkOptions(command: Command): Command {
  const many = (flags: string, description: string) =>
    new Option(flags, description)
      .argParser((word: string, words: readonly string[]) => [...words, word])
      .default([], 'none')
  return command
    .addOption(
      many(
        '--handset <number=profile>',
        `a phone that lasts as long as the network; may be repeated; one with the number ${usualNumber} when there is no other`,
      ),
    )
    .addOption(
      many(
        '--phone <[number=]file>',
        'a phone of `ota phone`, made if there is none; its number is that of the one phone unless given; may be repeated',
      ),
    )
    .option('--profile <id>', 'what a phone is that has to be made; midp2-plain when none is given')
    .addOption(
      many(
        '--port <bearer=number>',
        'where a bearer listens (smsc, ppg, sms-http, wap-udp): 0 any that is free, off nowhere; its usual one when none is given, or any where that is taken',
      ),
    )
    .option('--system-id <name>', 'with which servers bind and log in', 'ota')
    .option('--password <word>', 'see --system-id', 'secret')
    .option('--open', 'the user of each phone opens every link it shows, and accepts what it asks')
    .addOption(
      new Option(
        '--allow <host>',
        'a host that the phones may contact with --open, as host or host:port; may be repeated',
      )
        .argParser(addHost)
        .default([], 'none'),
    )
    .option('--for <duration>', 'end after so long, as 90s or 10m; else Ctrl-C ends it', parseFor)
    .option('--out <folder>', 'keep a trace of each visit of messages there, for `ota judge`')
}

function parseFor(word: string): number {
  if (durationPattern.test(word) && parseDuration(word) > 0) return parseDuration(word)
  throw new InvalidArgumentError('It is a duration, such as 90s, 10m or 2h.')
}

export interface PhoneWish {
  readonly number: string
  /** A phone in a file, or one in memory. */
  readonly place: { readonly file: string } | { readonly profile: string | undefined }
}

/** @throws UsageError for a number that is none, or is given twice */
export function phonesOf({ handset, phone, profile }: NetworkOptions): readonly PhoneWish[] {
  const wishes: PhoneWish[] = [
    ...handset.map((word) => {
      const [number = '', ...rest] = word.split('=')
      const given = rest.length === 0 ? profile : rest.join('=')
      return { number: numberOf(number), place: { profile: given } }
    }),
    ...phone.map((word) => {
      const [, number = usualNumber, file = word] = /^(\+?\d+)=(.+)$/s.exec(word) ?? []
      return { number: numberOf(number), place: { file } }
    }),
  ]
  if (wishes.length === 0) wishes.push({ number: usualNumber, place: { profile } })
  if (wishes.length > phonesMax) {
    throw new UsageError(
      'network/phones',
      `${wishes.length} phones, at most phonesMax = ${phonesMax}`,
    )
  }
  const numbers = new Set<string>()
  for (const { number } of wishes) {
    if (numbers.has(number)) {
      throw new UsageError('network/number', `${number} is the number of two phones`, {
        hint: 'Give each its own, as --phone 358401234568=FILE.',
      })
    }
    numbers.add(number)
  }
  return wishes
}

/** An international number has at most fifteen digits (ITU-T E.164). */
function numberOf(word: string): string {
  const digits = word.replace(/^\+/, '')
  if (/^\d{3,15}$/.test(digits)) return digits
  throw new UsageError('network/number', `"${word}" is no number of a phone`, {
    hint: 'It has 3 to 15 digits, as in --handset 358401234567=nokia-6300.',
  })
}

/** @throws UsageError for a bearer or port that is none */
export function doorsOf(
  { port }: NetworkOptions,
  bearers: readonly Entry<Bearer>[],
): readonly DoorWish[] {
  const ids = bearers.map(({ id }) => id)
  const given = new Map<string, number | 'off'>()
  for (const word of port) {
    const [id = '', text = ''] = word.split('=')
    const wanted = text === 'off' ? text : Number(text)
    if (!ids.includes(id)) {
      throw new UsageError('network/port', `there is no bearer "${id}"`, {
        hint: didYouMean(id, ids) ?? `Bearers are ${ids.join(', ')}.`,
      })
    }
    if (wanted !== 'off' && !(/^\d{1,5}$/.test(text) && wanted <= 65_535)) {
      throw new UsageError('network/port', `"${text}" is no port for ${id}`, {
        hint: 'A port is a number from 0 to 65535, or off.',
      })
    }
    given.set(id, wanted)
  }
  return bearers.flatMap((bearer) => {
    const wanted = given.get(bearer.id)
    return wanted === 'off' ? [] : [{ bearer, port: wanted }]
  })
}
