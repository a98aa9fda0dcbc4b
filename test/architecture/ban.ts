import type { Ban } from './bans.table.ts'
import { complainAt } from './tidy-rule.ts'
import type { TidyRule } from './tidy-rule.ts'
import type { SourceFile } from './source-file.ts'

export function keepBan(ban: Ban): TidyRule {
  return {
    name: ban.name,
    broken: ban.broken.map((text) => [ban.path, `${text}\n`]),
    kept: ban.kept.map((text) => [ban.path, `${text}\n`]),
    complaints: (file) =>
      ban.below.test(file.path) && !ban.except.test(file.path)
        ? complainAt(file, view(file, ban), ban)
        : [],
  }
}

function view(file: SourceFile, ban: Ban): string {
  if (ban.looksInto === 'comments') return file.text
  return ban.looksInto === 'texts' ? file.withoutComments : file.code
}
