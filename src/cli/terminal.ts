/** Where a command writes: data on stdout, progress and complaints on stderr. */
import { styleText } from 'node:util'
import type { Style } from '../report/reporter.ts'
import { exitCodes } from './exit-codes.ts'
import { drawProgress } from './progress-bar.ts'

export interface Terminal {
  /** Width of stdout in columns. */
  readonly columns: number
  /** Somebody looks at stdout: it is neither a file nor a pipe. */
  readonly watched: boolean
  /** Colours `text` when stdout shows colours. */
  readonly paint: (style: Style, text: string) => string
  /** Text, or the octets of a file. */
  readonly out: (content: string | Uint8Array) => void
  readonly err: (text: string) => void
  /**
   * Says how far a long piece of work has come: a bar that is drawn anew on a terminal, rare lines of text elsewhere.
   *
   * @param share how much of it is done, from 0 to 1
   */
  readonly progress: (text: string, share: number) => void
  /** Takes the progress line away before something else is written. */
  readonly clearProgress: () => void
}

const columnsMin = 40
const columnsMax = 100
const columnsElsewhere = 100
const progressEveryMs = 10_000
const redrawEveryMs = 100
const clearLine = '\r\u001B[2K'

export function processTerminal(): Terminal {
  const { stdout, stderr } = process
  const columns = columnsOf(stdout.isTTY ? stdout.columns : Number(process.env['COLUMNS']))
  // A reader that went away (`ota run | head`) is no error of anybody: files are still written, and the exit code stands.
  stderr.on('error', () => {})
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    stderr.write(`error: cannot write to stdout: ${error.message} [cli/stdout]\n`)
    process.exit(exitCodes.harnessError)
  })
  let shownAt = -Infinity
  let drawn = false
  const clearProgress = (): void => {
    if (drawn) stderr.write(clearLine)
    drawn = false
  }
  return {
    columns,
    watched: stdout.isTTY,
    // Honours NO_COLOR, NODE_DISABLE_COLORS and FORCE_COLOR.
    paint: (style, text) => styleText(style, text, { stream: stdout }),
    out: (content) => {
      clearProgress()
      stdout.write(content)
    },
    err: (text) => {
      clearProgress()
      stderr.write(text)
    },
    progress: (text, share) => {
      const now = Date.now()
      if (shownAt === -Infinity && !stderr.isTTY) shownAt = now
      if (now - shownAt < (stderr.isTTY ? redrawEveryMs : progressEveryMs)) return
      shownAt = now
      drawn = stderr.isTTY
      stderr.write(
        stderr.isTTY
          ? `${clearLine}${drawProgress(text, share, stderr.columns > 0 ? stderr.columns : columnsMin)}`
          : `${text}\n`,
      )
    },
    clearProgress,
  }
}

/** As many as there are, within what can be read; a pipe has as many as the shell says, if it does. */
function columnsOf(columns: number): number {
  return columns > 0 ? Math.min(columnsMax, Math.max(columnsMin, columns)) : columnsElsewhere
}
