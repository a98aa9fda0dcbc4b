import { makeProgram } from '../../src/cli/program.ts'
import { packageVersion } from '../../src/cli/package-version.ts'

/** What commander would print for `ota --help`; `bin/help.txt` is made from it. */
export async function makeHelpText(): Promise<string> {
  let text = ''
  const silent = (): void => {}
  const program = await makeProgram(
    {
      terminal: {
        columns: 100,
        watched: false,
        paint: (_, words) => words,
        out: silent,
        err: silent,
        progress: silent,
        clearProgress: silent,
      },
      ending: () => async () => {},
    },
    packageVersion(),
  )
  program.configureOutput({
    writeOut: (words) => {
      text += words
    },
  })
  program.outputHelp()
  return text
}
