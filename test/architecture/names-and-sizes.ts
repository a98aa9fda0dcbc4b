/** Rules about paths, lengths, and words that no file of the repository may hold. */
import { basename } from 'node:path/posix'
import { complainAt } from './tidy-rule.ts'
import type { TidyRule } from './tidy-rule.ts'

const saysNothing = new Set(
  `utils util helpers helper common shared core lib misc types constants manager managers service services
   handler data info item items tmp temp stuff general index`.split(/\s+/),
)
const neverInAName = /(?:^|[-.])(?:utils?|helpers?|common|shared|misc|stuff)(?:[-.]|$)/
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/
const capitals = new Set([
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'MACHINES.md',
  'PERSONALITIES.md',
])

const tellingNames: TidyRule = {
  name: 'files and folders have names of the field, in kebab-case',
  broken: [
    ['src/utils/a.ts', ''],
    ['src/wire/helpers.ts', ''],
    ['src/wire/jar-utils.ts', ''],
    ['src/handset/types.ts', ''],
    ['src/wire/index.ts', ''],
    ['src/wire/jadParser.ts', ''],
  ],
  kept: [
    ['src/index.ts', ''],
    ['test/index.test.ts', ''],
    ['src/data-file.ts', ''],
    ['src/handset/machines/app-manager.machine.ts', ''],
    ['README.md', ''],
    ['.oxlintrc.json', ''],
  ],
  complaints: ({ path }) => {
    if (path === 'src/index.ts' || path === 'test/index.test.ts') return []
    return path
      .split('/')
      .map((segment) => segment.replace(/^\./, ''))
      .filter((segment) => !capitals.has(segment))
      .filter(
        (segment) =>
          !kebab.test(segment) ||
          neverInAName.test(segment) ||
          saysNothing.has(basename(segment).split('.')[0] ?? ''),
      )
      .map((segment) => `${path}: ${segment} is no name; name it after the one thing it holds`)
  },
}

const shortFiles: TidyRule = {
  name: 'a file has at most 300 lines, a machine 150, a table as many as it has rows',
  broken: [
    ['src/wire/a.ts', 'a\n'.repeat(301)],
    ['src/handset/machines/a.machine.ts', 'a\n'.repeat(151)],
  ],
  kept: [
    ['src/wire/a.ts', 'a\n'.repeat(300)],
    ['src/handset/machines/a.machine.ts', 'a\n'.repeat(150)],
    ['src/wire/a.table.ts', 'a\n'.repeat(301)],
  ],
  complaints: ({ path, text }) => {
    if (!/\.(?:ts|mjs)$/.test(path) || path.endsWith('.table.ts')) return []
    const linesMax = path.endsWith('.machine.ts') ? 150 : 300
    const lines = text.split('\n').length - 1
    return lines > linesMax
      ? [`${path}: ${lines} lines, expected at most ${linesMax}; find the second thing in it`]
      : []
  },
}

const corpusTest = 'test/corpus.test.ts'
/** Tests on files of other programs, which are skipped where those are absent. */
const needsOutside = /^test\/(?:corpus(?:\/[a-z-]+)?|(?:.+\/)?captures)\.test\.ts$/
const outside = ['..', 'shared'].join('/')
const workFolder = ['', 'work', ''].join('/')
const besides = new RegExp(`(?:${outside}|${workFolder})(?![\\w-]*\\.ts)`.replaceAll('.', '\\.'))

const selfContained: TidyRule = {
  name: 'nothing outside the repository is mentioned',
  broken: [
    ['README.md', `see ${outside}/a.md\n`],
    ['src/wire/a.ts', `// ${workFolder}a\n`],
  ],
  kept: [
    [corpusTest, `const corpus = '${outside}/corpus'\n`],
    ['test/corpus/sis.test.ts', `const corpus = '${outside}/corpus'\n`],
    ['src/wire/a.ts', "import { a } from '../share.ts'\n"],
    ['CONTRIBUTING.md', 'work/a\n'],
  ],
  complaints: (file) =>
    needsOutside.test(file.path)
      ? []
      : complainAt(file, file.text, {
          pattern: besides,
          instead: 'a clone has only what is in it',
        }),
}

/** By its shape, so that no host has to be named here either. */
const registryHosts = /https?:\/\/(?:registry|npm|packages?)\.[a-z0-9-]+\.[a-z]/i

const noRegistry: TidyRule = {
  name: 'no package registry is named: which one is used is the reader’s choice',
  broken: [
    ['package-lock.json', `"${['https://registry', 'host', 'example'].join('.')}/a"\n`],
    ['.npmrc', `registry=http://localhost:4873/\n`],
  ],
  kept: [['CONTRIBUTING.md', 'Packages come from npm.\n']],
  complaints: (file) =>
    complainAt(file, file.text, {
      pattern: file.path === '.npmrc' ? /^.*registry\s*=.*$/m : registryHosts,
      instead: 'leave the host to the npm configuration of the reader',
    }),
}

const portableLock: TidyRule = {
  name: 'the lock file does not say where packages were fetched from',
  broken: [['package-lock.json', '{ "a": { "resolved": "http://host/a.tgz" } }\n']],
  kept: [
    ['package-lock.json', '{ "a": { "version": "1.0.0" } }\n'],
    ['README.md', '"resolved": no\n'],
  ],
  complaints: (file) =>
    file.path === 'package-lock.json'
      ? complainAt(file, file.text, {
          pattern: /"resolved":/,
          instead: 'install with the .npmrc of the repository (omit-lockfile-registry-resolved)',
        })
      : [],
}

export const namesAndSizes: readonly TidyRule[] = [
  tellingNames,
  shortFiles,
  selfContained,
  noRegistry,
  portableLock,
]
