import { InvalidArgumentError } from 'commander'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { durationPattern, parseDuration } from '../../duration.ts'
import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'

interface Options {
  readonly port: number
  readonly fault?: string
  readonly ticketLifetime: number
}

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
      .option('--fault <id>', 'give it one defect, see `ota list faults`')
      .action(
        ending(async ({ port, fault, ticketLifetime }: Options) => {
          const [
            { chooseFault },
            { createReference },
            { listen },
            { printable },
            { fetchProfile },
          ] = await Promise.all([
            import('../choose-fault.ts'),
            import('../../reference/reference.ts'),
            import('../../reference/listen.ts'),
            import('../../report/views/printable.ts'),
            import('../../adapters/profile-fetch.ts'),
          ])
          const reference = createReference({
            origin: 'http://127.0.0.1',
            now: () => Date.now(),
            ticketLifetimeMs: ticketLifetime,
            ticketSecret: randomUUID(),
            profiles: { load: fetchProfile },
            ...(fault === undefined ? {} : { fault: await chooseFault(fault) }),
          })
          const { user, password } = reference.credentials
          const server = await listen(reference, {
            host: '127.0.0.1',
            port,
            onAnswer: ({ method, url }, status) => {
              const { pathname, search } = new URL(url)
              const time = new Date().toISOString().slice(11, 23)
              terminal.err(`${time} ${method} ${printable(pathname + search)} ${status}\n`)
            },
          })
          const width = Math.max(...Object.keys(server.links).map(({ length }) => length))
          for (const [name, link] of Object.entries(server.links)) {
            terminal.out(`${name.padEnd(width)} ${link}\n`)
          }
          terminal.out(`tickets: listed and ordered at ${server.origin}/admin/tickets\n`)
          terminal.out(
            `clients: connect to ${server.origin}/contact; state: ${server.origin}/admin/status?app=client\n`,
          )
          terminal.out(`protected: user ${user}, password ${password}. Ctrl-C ends.\n`)
          await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
          await server.close()
          return exitCodes.conforms
        }),
      )
  },
})

function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a number from 0 to 65535.')
}

function parseLifetime(text: string): number {
  if (durationPattern.test(text)) return parseDuration(text)
  throw new InvalidArgumentError('A duration is a number and a unit, such as 90s, 10m, 2h or 1d.')
}
