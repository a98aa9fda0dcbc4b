import { expect, it } from 'vitest'
import { keptDownloadsMax } from '../../src/handset/broken-downloads.ts'
import type { BrokenDownload } from '../../src/handset/broken-downloads.ts'
import { applyChange, emptyFlash } from '../../src/handset/flash.ts'
import type { Flash } from '../../src/handset/flash.ts'

const broken = (name: string, ...octets: readonly number[]): BrokenDownload => ({
  url: `http://ota.test/${name}`,
  octets: Uint8Array.from(octets),
  headers: [['ETag', `"${name}"`]],
})

function keep(...downloads: readonly BrokenDownload[]): Flash {
  return downloads.reduce<Flash>(
    (flash, download) => applyChange(flash, { kind: 'broken download kept', download }),
    emptyFlash,
  )
}

it('keeps of each place what broke off there last', () => {
  const { brokenDownloads } = keep(broken('a', 1), broken('b', 2), broken('a', 1, 2))
  expect(brokenDownloads).toEqual([broken('b', 2), broken('a', 1, 2)])
})

it('keeps nothing of what came to its end', () => {
  const flash = keep(broken('a', 1), broken('b', 2))
  const { brokenDownloads } = applyChange(flash, {
    kind: 'broken download ended',
    url: 'http://ota.test/a',
  })
  expect(brokenDownloads).toEqual([broken('b', 2)])
})

it('lets the oldest go when there are too many', () => {
  const names = Array.from({ length: keptDownloadsMax + 1 }, (_, index) => String(index))
  const { brokenDownloads } = keep(...names.map((name) => broken(name, 1)))
  expect(brokenDownloads.map(({ url }) => url)).toEqual(
    names.slice(1).map((name) => `http://ota.test/${name}`),
  )
})
