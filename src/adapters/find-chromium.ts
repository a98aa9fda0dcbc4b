/** Which browser there is on this machine: named, of the system, or one that Playwright keeps. */
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

export interface ChromiumSearch {
  /** Value of OTA_CHROMIUM. */
  readonly named: string | undefined
  /** Value of PATH. */
  readonly path: string
  /** Where else systems install one. */
  readonly places: readonly string[]
  /** The place where Playwright keeps one, which it says whether there is one or not. */
  readonly kept: () => Promise<string | undefined>
}

export type FoundChromium =
  | { readonly kind: 'found'; readonly executable: string }
  | { readonly kind: 'missing'; readonly reason: string; readonly hint: string }

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]

/** Beside PATH, which not every shell of a service has whole. */
const places = [
  ...programs.map((program) => `/usr/bin/${program}`),
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const hint =
  'Install one (Debian: apt-get install chromium; anywhere: npx playwright-core install chromium), or name its executable in OTA_CHROMIUM.'

export function usualSearch(): ChromiumSearch {
  const named = process.env['OTA_CHROMIUM']
  return {
    named: named === '' ? undefined : named,
    path: process.env['PATH'] ?? '',
    places,
    async kept() {
      const { chromium } = await import('playwright-core')
      return chromium.executablePath()
    },
  }
}

/** The first there is. One that was named is taken or missed, and nothing else is taken in its place. */
export async function findChromium(search: ChromiumSearch): Promise<FoundChromium> {
  const { named, path, kept } = search
  if (named !== undefined) {
    return (await isProgram(named))
      ? { kind: 'found', executable: named }
      : { kind: 'missing', reason: `OTA_CHROMIUM names ${named}, which is no program`, hint }
  }
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder))
  const onPath = folders.flatMap((folder) => programs.map((program) => join(folder, program)))
  for (const place of [...onPath, ...search.places]) {
    if (await isProgram(place)) return { kind: 'found', executable: place }
  }
  const last = await kept()
  return last !== undefined && (await isProgram(last))
    ? { kind: 'found', executable: last }
    : { kind: 'missing', reason: 'there is no Chromium on this machine', hint }
}

async function isProgram(place: string): Promise<boolean> {
  try {
    await access(place, constants.X_OK)
    return true
  } catch {
    return false
  }
}
