import { complainAt } from './tidy-rule.ts'
import type { TidyRule } from './tidy-rule.ts'
import type { SourceFile } from './source-file.ts'

const profileOrQuirk = /^(?:profiles|src\/handset\/quirks)\/([^/]+)\.(?:yaml|ts)$/
const mayChoose = /^src\/(?:handset\/quirks|cli)\/|^src\/index\.ts$/

/** Phones differ by their profile and the quirks it lists; no rule asks who it is for. */
export function keepEverybodyEqual(files: readonly SourceFile[]): TidyRule {
  const ids = files.flatMap(({ path }) => profileOrQuirk.exec(path)?.[1] ?? [])
  const [someone = ''] = ids
  return {
    name: 'no phone and no quirk is named in the code',
    broken: [['src/handset/rules/a.ts', `if (profile.id === '${someone}') return\n`]],
    kept: [
      ['src/handset/rules/a.ts', `// seen on ${someone}\n`],
      ['src/index.ts', `const phone = '${someone}'\n`],
      ['src/handset/rules/a.ts', `const a = 'not-${someone}'\n`],
    ],
    complaints: (file) =>
      file.path.startsWith('src/') && file.path.endsWith('.ts') && !mayChoose.test(file.path)
        ? complainAt(file, file.withoutComments, {
            pattern: new RegExp(`'(?:${ids.join('|')})'`),
            instead: 'let its behaviour decide, by a quirk',
          })
        : [],
  }
}
