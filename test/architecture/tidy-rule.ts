import type { SourceFile } from './source-file.ts'

/** A file as an example: path and text. */
export type Example = readonly [path: string, text: string]

/** A rule about single files. Its two examples are its tests: one breaks it, one only looks as if. */
export interface TidyRule {
  /** A sentence that is true of a tidy file. */
  readonly name: string
  readonly broken: readonly Example[]
  readonly kept: readonly Example[]
  /** What is wrong with a file, each as `path:line: what; what to do`. */
  readonly complaints: (file: SourceFile) => readonly string[]
}

/** Complaints for each place at which a pattern matches a view of the file. */
export function complainAt(
  file: SourceFile,
  view: string,
  complaint: { readonly pattern: RegExp; readonly instead: string },
): readonly string[] {
  return [...view.matchAll(new RegExp(complaint.pattern, `g${complaint.pattern.flags}`))].map(
    (match) =>
      `${file.path}:${lineAt(view, match.index)}: ${match[0].trim()}; ${complaint.instead}`,
  )
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
