import { InvalidArgumentError, Option } from 'commander'
import { once } from 'node:events'
import { durationPattern, parseDuration } from '../../duration.ts'
import { usualPolicies } from '../../reference/policies.ts'
import type { ServerPolicies } from '../../reference/policies.ts'
import { pushAccount } from '../../reference/push/account.ts'
import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { OpenReference } from '../reference/open-reference.ts'
import type { Place } from '../reference/push-over-sockets.ts'

interface Options {
  readonly port: number
  readonly fault?: string
  readonly ticketLifetime: number
  readonly ticketUses: ServerPolicies['ticketUses']
  readonly otherPlatform: ServerPolicies['otherPlatform']
  readonly smsc?: Place
  readonly ppg?: Place
  readonly smsHttp?: Place
  readonly wapUdp?: Place
  readonly retryAfter?: number
  readonly systemId: string
  readonly password: string
}

const ticketUses = new Option('--ticket-uses <policy>', 'how often their package can be had')
  .choices(['many', 'single'])
  .default(usualPolicies.ticketUses)

const otherPlatform = new Option(
  '--other-platform <policy>',
  'what phones get by a link for another platform',
)
  .choices(['serves', 'refuses'])
  .default(usualPolicies.otherPlatform)

export default defineCommand({
  declare(command, { terminal, ending }) {
    command
      .description('serve the conforming reference server on 127.0.0.1, until Ctrl-C')
      .option('--port <number>', 'port to listen on; 0 takes any that is free', parsePort, 0)
      .option(
        '--ticket-lifetime <duration>',
        'how long links made for one phone are good, such as 90s, 10m, 2h or 1d',
        parseLifetime,
        parseDuration('1d'),
      )
      .addOption(ticketUses)
      .addOption(otherPlatform)
      .option('--smsc <host:port>', 'push by SMPP 3.4 to this centre', parsePlace)
      .option('--ppg <host:port>', 'push by PAP to this gateway', parsePlace)
      .option('--sms-http <host:port>', 'push by sendsms and JSON to this gateway', parsePlace)
      .option('--wap-udp <host:port>', 'push in datagrams to this phone', parsePlace)
      .option('--system-id <name>', 'with which it binds and logs in there', pushAccount.systemId)
      .option('--password <password>', 'of that account', pushAccount.password)
      .option(
        '--retry-after <duration>',
        'how long it waits before it pushes again what was not taken (default: as it sees fit)',
        parseLifetime,
      )
      .option('--fault <id>', 'give it one defect, see `ota list faults`')
      .action(
        ending(async (options: Options) => {
          const [{ chooseFault }, { openReference }, { printable }] = await Promise.all([
            import('../choose-fault.ts'),
            import('../reference/open-reference.ts'),
            import('../../report/views/printable.ts'),
          ])
          const log = (line: string) =>
            terminal.err(`${new Date().toISOString().slice(11, 23)} ${line}\n`)
          const { fault, port, smsc, ppg, smsHttp, wapUdp, systemId, password } = options
          const server = await openReference({
            port,
            ticketLifetimeMs: options.ticketLifetime,
            policies: options,
            fault: fault === undefined ? undefined : await chooseFault(fault),
            places: { smsc, ppg, smsHttp, wapUdp },
            account: { systemId, password },
            retryAfterMs: options.retryAfter,
            onAnswer: ({ method, url }, status) => {
              const { pathname, search } = new URL(url)
              log(`${method} ${printable(pathname + search)} ${status}`)
            },
            profileUnread: (url, reason) =>
              log(`UAProf document ${printable(url)} not read: ${printable(reason)}`),
          })
          for (const line of tellReference(server)) terminal.out(`${line}\n`)
          await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
          await server.close()
          return exitCodes.conforms
        }),
      )
  },
})

function tellReference({ links, origin, credentials, bearers }: OpenReference): readonly string[] {
  const width = Math.max(...Object.keys(links).map(({ length }) => length))
  const { user, password } = credentials
  return [
    ...Object.entries(links).map(([name, link]) => `${name.padEnd(width)} ${link}`),
    `desks: ${origin}/admin has a form for each: push, tickets, cancel, publish, status, clock, reset`,
    `tickets: listed and ordered at ${origin}/admin/tickets, cancelled at ${origin}/admin/cancel`,
    ...(bearers.length === 0
      ? []
      : [`pushes: ordered at ${origin}/admin/push, sent by ${bearers.join(', ')}`]),
    `clients: connect to ${origin}/contact; state: ${origin}/admin/status?app=client`,
    `protected: user ${user}, password ${password}. Ctrl-C ends.`,
  ]
}

function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a number from 0 to 65535.')
}

function parseLifetime(text: string): number {
  if (durationPattern.test(text)) return parseDuration(text)
  throw new InvalidArgumentError('A duration is a number and a unit, such as 90s, 10m, 2h or 1d.')
}

function parsePlace(text: string): Place {
  const [, host = '', digits = ''] = /^(?:http:\/\/)?([\w.-]+):(\d{1,5})\/?$/.exec(text) ?? []
  const port = Number(digits)
  if (host !== '' && port > 0 && port <= 65_535) return { host, port }
  throw new InvalidArgumentError('An address is a host and a port, such as 127.0.0.1:2775.')
}
