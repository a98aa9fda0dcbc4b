import { setTimeout as wait } from 'node:timers/promises'
import { once } from 'node:events'
import { defineCommand } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { addNetworkOptions } from '../network/network-options.ts'
import type { NetworkOptions } from '../network/network-options.ts'

const help = `
Point the SMSC, push gateway or SMS setting of your server at an address it prints. Each message is
told on stdout: who sent it, over what, what the phone read in it, what it did and why; what servers
do goes to stderr. A phone in a file is taken in the hand only while messages come to it, so
\`ota phone inbox --phone FILE\` and \`ota phone open last --phone FILE\` go on with what came; while it is
off, uncovered or in use its messages wait. Datagrams on the UDP port go to the first phone.
At the first Ctrl-C what the phones do comes to its end, the second does not wait for it.`

export default defineCommand({
  declare(command, { terminal, ending }) {
    addNetworkOptions(command)
      .description("run an operator's network on 127.0.0.1 that real servers push to, until Ctrl-C")
      .addHelpText('after', help)
      .action(
        ending(async (options: NetworkOptions) => {
          const [{ openNetwork }, { columnsOf }, { printable }] = await Promise.all([
            import('../network/run-network.ts'),
            import('../../report/views/layout.ts'),
            import('../../report/views/printable.ts'),
          ])
          const network = await openNetwork(options, terminal)
          const rows = [
            ...network.doors.map(({ bearer, address, title }) => [bearer, address, title]),
            ...network.phones.map(({ number, name }) => ['phone', number, name]),
            ['account', options.systemId, `password ${options.password}`],
          ]
          for (const line of columnsOf(rows.map((row) => row.map(printable)))) {
            terminal.out(`${line}\n`)
          }
          const interrupted = new AbortController()
          const { signal } = interrupted
          await Promise.race([
            once(process, 'SIGINT', { signal }),
            once(process, 'SIGTERM', { signal }),
            ...(options.for === undefined ? [] : [wait(options.for, undefined, { signal })]),
          ])
          interrupted.abort()
          await network.close()
          return exitCodes.conforms
        }),
      )
  },
})
