/** Writes how the real suites end on every personality. `node test/corpus/write-differential.ts FOLDER` */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readOracle } from './oracle.ts'
import { compareReal } from './suites.ts'

const corpus = pathToFileURL(`${resolve(process.argv[2] ?? '.')}/`)
const text = await compareReal(await readOracle(corpus), corpus)
await writeFile(new URL('differential.md', import.meta.url), text)
