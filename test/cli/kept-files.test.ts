import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKeptFiles } from '../../src/cli/kept-files.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ota-test-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function put(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), name)
  }
}

async function runInto(...names: readonly string[]): Promise<void> {
  const files = await openKeptFiles(folder)
  await files.begin(names)
  await put(...names)
  await files.end(names)
}

async function left(): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((one) => one.isFile() && one.name !== 'files.json')
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1))
    .toSorted()
}

describe('a run into the folder of an earlier one', () => {
  it('takes away its traces and its pictures of pages', async () => {
    await runInto('traces/a/one@p.jsonl', 'traces/a/one@p.page-1.png', 'traces/b@p.jsonl')
    await runInto('traces/b@p.jsonl')
    expect(await left()).toEqual(['traces/b@p.jsonl'])
  })

  it('takes away nothing that no run wrote, whatever it is called', async () => {
    await put('traces/a/mine@p.jsonl', 'traces/a/mine@p.page-1.png', 'report.json')
    await runInto('traces/a/one@p.jsonl')
    await runInto('traces/a/two@p.jsonl')
    expect(await left()).toEqual([
      'report.json',
      'traces/a/mine@p.jsonl',
      'traces/a/mine@p.page-1.png',
      'traces/a/two@p.jsonl',
    ])
  })

  it('takes away what one wrote that was killed', async () => {
    const killed = await openKeptFiles(folder)
    await killed.begin(['traces/a@p.jsonl', 'traces/b@p.jsonl'])
    await put('traces/a@p.jsonl')
    await runInto('traces/c@p.jsonl')
    expect(await left()).toEqual(['traces/c@p.jsonl'])
  })

  it('does not believe a list that names other files', async () => {
    const others = ['keep.txt', 'traces/keep.txt', 'traces/../keep@p.jsonl', 'traces/..@p.jsonl']
    await put(...others)
    const files = [...others, `${folder}/keep.txt`, '../x@p.jsonl', 7]
    await writeFile(join(folder, 'files.json'), JSON.stringify({ format: 1, files }))
    await runInto('traces/a@p.jsonl')
    expect(await left()).toEqual([
      'keep.txt',
      'keep@p.jsonl',
      'traces/a@p.jsonl',
      'traces/keep.txt',
    ])
  })

  it.each(['', '{', '[]', 'null', '{"files":"traces/a@p.jsonl"}'])(
    'refuses a list that is none before anything is written: %s',
    async (text) => {
      await writeFile(join(folder, 'files.json'), text)
      await expect(openKeptFiles(folder)).rejects.toThrow('is no list of the files of a run')
      expect(await readFile(join(folder, 'files.json'), 'utf8')).toBe(text)
    },
  )

  it('refuses a list that cannot be read', async () => {
    await mkdir(join(folder, 'files.json'))
    await expect(openKeptFiles(folder)).rejects.toMatchObject({
      code: 'cli/cannot-read',
      message: expect.stringContaining('EISDIR'),
    })
  })
})
