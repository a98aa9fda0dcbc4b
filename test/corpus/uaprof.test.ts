/**
 * Real UAProf documents against the facts known of each. The files are not part of the repository: where they are absent the
 * test says so and is skipped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { detectFormat } from '../../src/cli/decode/detect-format.ts'
import { readUaProf } from '../../src/wire/uaprof.ts'
import { writeUaProf } from '../../src/wire/uaprof-writer.ts'

interface Row {
  readonly path: string
  readonly bytes: number
  readonly model: string | null
  readonly vendor: string | null
  readonly screen: string | null
  readonly midp: readonly string[]
  readonly cldc: readonly string[]
  readonly has_jad_accept: boolean
}

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const isThere = existsSync(`${corpus}packages.json`)
const { uaprof: rows }: { readonly uaprof: readonly Row[] } = isThere
  ? JSON.parse(readFileSync(`${corpus}packages.json`, 'utf8'))
  : { uaprof: [] }
const octetsOf = ({ path }: Row) => new Uint8Array(readFileSync(`${corpus}${path}`))

const without = isThere ? '' : ' (skipped: no corpus here)'
if (!isThere) process.stderr.write(`test/corpus/uaprof.test.ts${without}\n`)

/** Each spelling once: `MIDP 2.0` and `MIDP/2.0` are the same. */
const spelt = (names: readonly string[]) =>
  [...new Set(names.map((name) => name.replace(/[ /]/, '-')))].toSorted()

describe.skipIf(!isThere)(`real UAProf documents${without}`, () => {
  test('are there', () => {
    expect(rows.length).toBe(37)
  })

  test.each(rows)('$path reads to the facts known of it', (row) => {
    const octets = octetsOf(row)
    const { vendor, model, screen, javaPlatforms, accept } = readUaProf(octets)
    expect({
      bytes: octets.length,
      vendor,
      model,
      screen: screen && `${screen.width}x${screen.height}`,
      java: javaPlatforms.filter((name) => name.includes('-')).toSorted(),
      takesDescriptors: accept.some((type) => /j2me\.app-descriptor/.test(type)),
    }).toEqual({
      bytes: row.bytes,
      vendor: row.vendor ?? undefined,
      model: row.model ?? undefined,
      screen: row.screen ?? undefined,
      java: spelt([...row.midp, ...row.cldc]),
      takesDescriptors: row.has_jad_accept,
    })
  })

  test.each(rows)('$path is told from other files', (row) => {
    expect(detectFormat(octetsOf(row))).toBe('uaprof')
  })

  test.each(rows)('$path is the same once it is written anew', (row) => {
    const profile = readUaProf(octetsOf(row))
    expect(readUaProf(writeUaProf(profile))).toEqual(profile)
  })
})
