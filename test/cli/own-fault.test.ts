/** A defect of this program, in a real process: a builtin is broken that it uses, as if the program used it wrongly. */
import { expect, test } from 'vitest'
import { runSession } from './run-session.ts'

/** The program with one builtin that throws. */
function withDefect(builtin: string, words: string): string {
  const module = `data:text/javascript,${builtin}=()=>{throw%20new%20TypeError("a%20defect")}`
  return `"$NODE" --import '${module}' bin/ota.mjs ${words}`
}

test('a defect while a phone plays ends its case, says nothing of the target, and ends in 4', async () => {
  const words = 'run update/removed-first install/fresh --profile midp2-plain'
  // Only the gateway that corrupts a package turns the bits of octets so.
  const { stdout, stderr, exitCode } = await runSession(
    withDefect('Uint8Array.prototype.map', words),
  )
  expect([stderr, exitCode]).toEqual(['', 4])
  expect(stdout).toMatch(
    /^HARNESS ERROR: 1 case ended in an error of this program; nothing is said about the target\n/,
  )
  expect(stdout).toContain(
    [
      'ERRORS OF THIS PROGRAM (not counted against the target)',
      '  - 1 case: the handset failed: TypeError: a defect [run/machine]',
      '      update/removed-first @ midp2-plain',
      '',
    ].join('\n'),
  )
})

test('a defect anywhere else is told with its place, is asked to be reported, and ends in 4', async () => {
  const { stdout, stderr, exitCode } = await runSession(
    withDefect('Map.groupBy', 'run install/fresh --profile midp2-plain'),
  )
  expect([stdout, exitCode]).toEqual(['', 4])
  expect(stderr).toMatch(/^error: TypeError: a defect\n +at /)
  expect(stderr).toMatch(
    /\[cli\/unexpected\]\nhint: This is a defect of ota-handset and says nothing about the target\. Please report it with this output\.\n$/,
  )
})
