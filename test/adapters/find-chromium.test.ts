import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findChromium } from '../../src/adapters/find-chromium.ts'
import type { ChromiumSearch } from '../../src/adapters/find-chromium.ts'

/** A folder with programs of these names. */
async function folderWith(...programs: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ota-chromium-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const program of programs) {
    await writeFile(join(folder, program), '#!/bin/sh\n')
    await chmod(join(folder, program), 0o755)
  }
  return folder
}

const nowhere: ChromiumSearch = {
  named: undefined,
  path: '',
  places: [],
  kept: async () => undefined,
}

const hint =
  'Install one (Debian: apt-get install chromium; anywhere: npx playwright-core install chromium), or name its executable in OTA_CHROMIUM.'

test('the browser that was named is taken before all others', async () => {
  const folder = await folderWith('mine', 'chromium')
  const named = join(folder, 'mine')
  expect(await findChromium({ ...nowhere, named, path: folder })).toEqual({
    kind: 'found',
    executable: named,
  })
})

test('where the one that was named is no program, no other is taken in its place', async () => {
  const folder = await folderWith('chromium')
  expect(await findChromium({ ...nowhere, named: `${folder}/mine`, path: folder })).toEqual({
    kind: 'missing',
    reason: `OTA_CHROMIUM names ${folder}/mine, which is no program`,
    hint,
  })
})

test('PATH comes before the usual places, and they before what Playwright keeps', async () => {
  const folder = await folderWith('google-chrome', 'system', 'kept')
  const kept = async () => join(folder, 'kept')
  const places = [join(folder, 'nothing'), join(folder, 'system')]
  const path = ['relative', '/nowhere', folder].join(delimiter)
  const searches = [
    { ...nowhere, path, places, kept },
    { ...nowhere, places, kept },
    { ...nowhere, kept },
  ]
  expect(await Promise.all(searches.map((search) => findChromium(search)))).toEqual([
    { kind: 'found', executable: join(folder, 'google-chrome') },
    { kind: 'found', executable: join(folder, 'system') },
    { kind: 'found', executable: join(folder, 'kept') },
  ])
})

test('a machine without any is told how to get one', async () => {
  const kept = async () => '/nowhere/chrome'
  expect(await findChromium({ ...nowhere, kept })).toEqual({
    kind: 'missing',
    reason: 'there is no Chromium on this machine',
    hint,
  })
})
