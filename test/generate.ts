/** Writes the files that are derived from code: schemas for editors and the drawings of the machines. */
import { writeFile } from 'node:fs/promises'
import { generatedFiles } from './generated-files.ts'

for (const { path, make } of generatedFiles) {
  await writeFile(new URL(`../${path}`, import.meta.url), await make())
  process.stdout.write(`wrote ${path}\n`)
}
