/** A text file of the repository, and views of it in which comments, or comments and texts, are blanked out. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blankOut } from './blank-out.ts'

export interface SourceFile {
  /** Below the repository's root, `/` separated. */
  readonly path: string
  readonly text: string
  /** As `text`, octet places kept, comments blanked. */
  readonly withoutComments: string
  /** As `withoutComments`, with the inside of string literals blanked too. */
  readonly code: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const made = /^(?:\.git|node_modules|dist|coverage|reports\/(?!README\.md|reference\/).*)$/
const textual = /(?:\.(?:ts|mjs|json|yaml|md|txt|har|xml|xsd|jsonl)|\/[^./]+|^[^/]+)$/
const filesMax = 10_000

export function sourceFile(path: string, text: string): SourceFile {
  const isCode = /\.(?:ts|mjs)$/.test(path)
  return {
    path,
    text,
    withoutComments: isCode ? blankOut(text, { strings: false }) : text,
    code: isCode ? blankOut(text, { strings: true }) : text,
  }
}

/** Every text file that belongs to the project, sorted: what is made by an install, a build or a run is left out. */
export function repositoryFiles(): readonly SourceFile[] {
  const paths = filesBelow(root).toSorted()
  if (paths.length > filesMax)
    throw new Error(`${paths.length} files, expected at most ${filesMax}`)
  return paths
    .filter((path) => textual.test(path))
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')))
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = join(folder, entry.name)
    const path = relative(root, full).split(sep).join('/')
    if (made.test(path)) return []
    if (entry.isDirectory()) return filesBelow(full)
    return entry.isFile() ? [path] : []
  })
}
