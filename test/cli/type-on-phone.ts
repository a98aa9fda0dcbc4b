/** What is typed on the phone in a file, and what comes out. */
import { main } from '../../src/cli/main.ts'
import { runSession } from './run-session.ts'
import type { Ended } from './run-session.ts'

export type Run = (line: string) => Promise<Ended>

export const runAlone: Run = (line) => runSession(`ota ${line}`)

/** The same without a process for each. */
export const runHere: Run = async (line) => {
  let [stdout, stderr] = ['', '']
  const exitCode = await main(line.split(' '), {
    columns: 100,
    watched: false,
    paint: (_, text) => text,
    out: (text) => {
      stdout += text
    },
    err: (text) => {
      stderr += text
    },
    progress: () => {},
    clearProgress: () => {},
  })
  return { stdout, stderr, exitCode }
}

/** `$ ota phone open LINK` with what comes out, in which the folder is FOLDER, the server ota.test and lengths are N. */
export async function typeOnPhone(
  words: string,
  place: {
    readonly folder: string
    readonly phone: string
    readonly link: string
    readonly how?: Run
  },
): Promise<string> {
  const { folder, phone, link, how = runHere } = place
  const { stdout, stderr, exitCode } = await how(
    `phone ${words.replace('LINK', link)} --phone ${folder}/${phone}`,
  )
  const { host } = new URL(link)
  return [
    `$ ${words}`,
    ...lines(stdout),
    ...lines(stderr).map((line) => `! ${line}`),
    `= ${exitCode}`,
  ]
    .join('\n')
    .replaceAll(folder, 'FOLDER')
    .replaceAll(host, 'ota.test')
    .replaceAll(/\d+ octets/g, 'N octets')
}

function lines(text: string): readonly string[] {
  return text === '' ? [] : text.trimEnd().split('\n')
}
