/**
 * Which door leads where. `imports` are paths below `src/`: a folder ends in `/`, `/*` means the files directly in it.
 * Every folder may import itself and `errors.ts`. `packages` are npm packages or `node:` modules, `{ a, b }` limits the names
 * that may be taken from one. A folder or file without a row is a complaint: build the row with the room. The
 * composition roots, which alone pick adapters, are `index.ts`, `open-world.ts`, `embedded.ts` and `cli/`.
 */
export interface Door {
  readonly from: string
  readonly imports: readonly string[]
  readonly packages: readonly string[]
}

const catalogue = 'catalogue.ts'
const dataFiles = ['data-file.ts', 'did-you-mean.ts', 'duration.ts'] as const
const reading = ['node:fs/promises', 'node:path', 'node:url', 'zod', 'yaml'] as const

export const doors = [
  { from: 'errors.ts', imports: [], packages: [] },
  { from: 'did-you-mean.ts', imports: [], packages: [] },
  { from: 'duration.ts', imports: [], packages: [] },
  { from: 'catalogue.ts', imports: [], packages: ['node:fs/promises', 'node:path', 'node:url'] },
  { from: 'data-file.ts', imports: ['did-you-mean.ts'], packages: ['yaml', 'zod'] },
  {
    from: 'wire/',
    imports: [],
    packages: [
      'node:zlib { crc32, inflateRawSync, inflateSync }',
      'node:crypto { constants, createHash, createHmac, createPublicKey, hash, publicDecrypt, verify }',
      'saxes',
      'htmlparser2',
    ],
  },
  { from: 'trace/', imports: ['wire/'], packages: ['node:crypto { hash }'] },
  { from: 'profile/', imports: ['wire/', catalogue, ...dataFiles], packages: reading },
  { from: 'handset/', imports: ['wire/', 'trace/', 'profile/', catalogue], packages: ['xstate'] },
  {
    from: 'network/',
    imports: ['handset/ports.ts', 'wire/', catalogue],
    packages: ['node:net', 'node:http', 'node:dgram', 'node:events', 'node:stream'],
  },
  {
    from: 'scenario/',
    imports: [
      'handset/*',
      'test-authority/',
      'profile/',
      'trace/',
      'wire/',
      catalogue,
      ...dataFiles,
    ],
    packages: reading,
  },
  {
    from: 'target/',
    imports: ['handset/*', 'profile/', 'trace/', 'wire/', catalogue, ...dataFiles],
    packages: reading,
  },
  { from: 'check/', imports: ['wire/', 'trace/', 'profile/', catalogue], packages: [] },
  {
    from: 'run/',
    imports: [
      'check/',
      'handset/*',
      'network/*',
      'profile/',
      'scenario/',
      'target/',
      'trace/',
      'wire/',
      catalogue,
      ...dataFiles,
    ],
    packages: ['node:crypto { hash }', 'node:path { matchesGlob }'],
  },
  {
    from: 'report/',
    imports: ['run/report-model.ts', 'trace/', 'check/*', 'wire/', catalogue],
    packages: [],
  },
  {
    from: 'adapters/',
    imports: [
      'handset/ports.ts',
      'handset/flash.ts',
      'target/verbs/ports.ts',
      'trace/events.ts',
      'trace/suite-events.ts',
      'trace/shape.ts',
      'wire/',
      catalogue,
    ],
    packages: ['undici', 'playwright-core', 'node:*'],
  },
  {
    from: 'test-authority/',
    imports: ['wire/'],
    packages: ['node:crypto { createPrivateKey, createPublicKey, sign, KeyObject }'],
  },
  {
    from: 'reference/',
    imports: ['test-authority/', 'wire/', catalogue],
    packages: [
      'msw',
      'fflate',
      'node:crypto { createHmac }',
      'node:http',
      'node:net',
      'node:tls',
      'node:events',
      'node:stream',
    ],
  },
  { from: 'cli/', imports: ['*'], packages: ['commander', 'node:*'] },
  { from: 'embedded.ts', imports: ['*'], packages: [] },
  { from: 'open-world.ts', imports: ['*'], packages: [] },
  { from: 'index.ts', imports: ['*'], packages: ['node:*'] },
] as const satisfies readonly Door[]
