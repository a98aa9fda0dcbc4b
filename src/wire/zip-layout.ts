/** How the entries of a ZIP archive stand beside each other: they have to tile the octets before the directory. */
import { archiveProblem } from './zip-end.ts'
import type { JarProblem } from './jar-problem.ts'
import type { EntrySpan } from './zip-entry.ts'
import type { ZipDirectory } from './zip-directory.ts'

export function layoutProblems(
  spans: readonly EntrySpan[],
  directory: ZipDirectory,
): readonly JarProblem[] {
  const sorted = spans.toSorted((left, right) => left.entry.offset - right.entry.offset)
  const problems: JarProblem[] = []
  let reached = directory.shift
  for (const { entry, end } of sorted) {
    if (entry.offset < reached) {
      const found = `Unexpected entry at octet ${entry.offset} inside the one before`
      const expected = `expected it at ${reached} or later`
      problems.push(archiveProblem('overlap', entry.offset, `${found}, ${expected}`))
    }
    if (entry.offset > reached) problems.push(gapProblem(reached, entry.offset, directory.shift))
    reached = Math.max(reached, end)
  }
  if (spans.length === directory.entries.length && reached < directory.start) {
    problems.push(gapProblem(reached, directory.start, directory.shift))
  }
  return problems
}

/** Octets before the first entry may make a phone that looks at the first four of them refuse the package. */
function gapProblem(start: number, end: number, archiveStart: number): JarProblem {
  if (start === archiveStart) {
    const found = `Unexpected ${end - start} octets before the first entry, expected none`
    return archiveProblem('prefix', start, found)
  }
  const found = `Unexpected ${end - start} octets between entries, expected none`
  return { ...archiveProblem('gap', start, found), blocking: false }
}
