/** Ctrl-C while something long is done: what was done until then is kept. */
import type { Terminal } from './terminal.ts'

/**
 * @param act is told by the signal to come to its end; a second Ctrl-C ends the process at once
 */
export async function untilInterrupted<T>(
  terminal: Terminal,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const interrupt = (): void => {
    terminal.err('interrupted: telling what was played; Ctrl-C again ends at once\n')
    controller.abort()
  }
  process.once('SIGINT', interrupt)
  try {
    return await act(controller.signal)
  } finally {
    process.removeListener('SIGINT', interrupt)
  }
}
