import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../src/catalogue.ts'
import { HarnessFault } from '../src/errors.ts'

const quirks = new URL('../src/handset/quirks/', import.meta.url)
const checks = new URL('../src/check/checks/', import.meta.url)

function isAnything(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isNothing(value: unknown): value is never {
  return value === quirks
}

describe('a catalogue', () => {
  it('is what lies in a folder, by name and in order', async () => {
    const ids = (await loadCatalogue(quirks, isAnything)).map(({ id }) => id)
    expect(ids).toContain('http-1-0')
    expect(ids).toEqual(ids.toSorted())
    expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([])
  })

  it('names what lies deeper by its path', async () => {
    const ids = (await loadCatalogue(checks, isAnything)).map(({ id }) => id)
    expect(ids).toContain('report/answered-with-200')
    expect(ids.filter((id) => !/^[a-z]+\/[a-z0-9-]+$/.test(id))).toEqual([])
  })

  it('with a file that is not of its kind is a defect of ours, which names the file', async () => {
    const loading = loadCatalogue(quirks, isNothing)
    await expect(loading).rejects.toThrow(HarnessFault)
    await expect(loading).rejects.toThrow(/quirks\/[a-z0-9-]+\.ts does not export what/)
  })
})
