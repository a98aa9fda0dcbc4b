/** Ctrl-C, or a job that is called off, while something long is done: what was done until then is kept. */
import { exitCodes } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** Of a terminal, and of what runs programs for others: `timeout`, containers, build servers. */
const signals = ['SIGINT', 'SIGTERM'] as const

/**
 * @param act is told by the signal to come to its end; a second one ends the process at once, by its own hand: what hangs on
 * its end, such as the folders of a browser, goes with it
 * @param then what comes of it
 */
export async function untilInterrupted<T>(
  terminal: Terminal,
  act: (signal: AbortSignal) => Promise<T>,
  then = 'telling what was played; Ctrl-C again ends at once',
): Promise<T> {
  const controller = new AbortController()
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted)
    terminal.err(`interrupted: ${then}\n`)
    controller.abort()
  }
  for (const signal of signals) process.on(signal, interrupt)
  try {
    return await act(controller.signal)
  } finally {
    for (const signal of signals) process.removeListener(signal, interrupt)
  }
}
