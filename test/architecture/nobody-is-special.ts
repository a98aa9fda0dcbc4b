import { complainAt } from './tidy-rule.ts'
import type { TidyRule } from './tidy-rule.ts'
import type { SourceFile } from './source-file.ts'

const anyone = /^(?:profiles|src\/handset\/(?:quirks|personalities))\/([^/]+)\.(?:yaml|ts)$/
const mayChoose = /^src\/(?:handset\/quirks|cli)\/|^src\/(?:index|handset\/personality)\.ts$/

/** Phones differ by their profile, its personality and the quirks it lists; no rule asks who it is for. */
export function keepEverybodyEqual(files: readonly SourceFile[]): TidyRule {
  const ids = files.flatMap(({ path }) => anyone.exec(path)?.[1] ?? [])
  const [someone = ''] = ids
  return {
    name: 'no phone, personality or quirk is named in the code',
    broken: [
      ['src/handset/rules/a.ts', `if (profile.id === '${someone}') return\n`],
      ['src/handset/rules/a.ts', `if (profile.personality === 'nokia-jrt') return\n`],
    ],
    kept: [
      ['src/handset/rules/a.ts', `// seen on ${someone}\n`],
      ['src/handset/personality.ts', `['nokia-jrt', nokiaJrt],\n`],
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
