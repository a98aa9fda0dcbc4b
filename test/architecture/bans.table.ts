/** What may not be written where, and what to write instead. Patterns are matched against code without comments and texts. */
export interface Ban {
  readonly name: string
  readonly pattern: RegExp
  readonly instead: string
  /** Paths it is banned in, and those excepted. */
  readonly below: RegExp
  readonly except: RegExp
  /** `texts` also looks inside string literals, `comments` also inside comments. */
  readonly looksInto?: 'texts' | 'comments'
  /** Code that breaks it, and code that only looks as if; the path is the first that `below` and `except` let through. */
  readonly broken: readonly string[]
  readonly kept: readonly string[]
  readonly path: string
}

const product = /^src\/.*\.ts$/
const code = /^(?:src|test|bench|scripts)\/.*\.ts$/
const tests = /^test\/.*\.ts$/
const nowhere = /^$/
/** The rim: adapters, and the composition roots that pick them. */
const rim = /^src\/(?:adapters|network|cli)\/|^src\/(?:index|open-world)\.ts$/
const catalogues =
  /^src\/(?:check\/checks|handset\/quirks|network\/bearers|scenario\/steps|report\/reporters|reference\/faults|cli\/commands)\//

export const bans = [
  {
    name: 'the time of day comes from the clock port',
    pattern: /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bperformance\.now\b|\bTemporal\.Now\b/,
    instead: 'take `Clock.now()` or an instant as a parameter',
    below: product,
    except: rim,
    broken: ['const a = Date.now()', 'const a = new Date()', 'performance.now()'],
    kept: ['const a = new Date(startsAt)', '// not Date.now()', "const a = 'Date.now()'"],
    path: 'src/run/a.ts',
  },
  {
    name: 'chance comes from the seed',
    pattern:
      /\bMath\.random\b|\bcrypto\.(?:random|getRandom)\w*|\brandom(?:UUID|Bytes|Int|FillSync)\b/,
    instead: 'draw from the seeded generator of the case',
    below: product,
    except: rim,
    broken: ['Math.random()', 'crypto.randomUUID()', 'crypto.getRandomValues(a)', 'randomBytes(4)'],
    kept: ['random.next()', 'const randomness = 1'],
    path: 'src/reference/a.ts',
  },
  {
    name: 'timers are set on the clock port',
    pattern: /(?<![.\w#])(?:setTimeout|setInterval)\((?!\w+: )/,
    instead: 'use the `Clock` that is passed in',
    below: product,
    except: rim,
    broken: ['setTimeout(go, 10)', 'return setInterval(go, 1)'],
    kept: ['clock.setTimeout(go, 10)', 'setTimeout(fn: () => void, ms: number): TimerId'],
    path: 'src/handset/a.ts',
  },
  {
    name: 'the process is asked only at the rim',
    pattern: /(?<![.\w])process\.\w+/,
    instead: 'take what you need as a parameter; `cli/` reads the process',
    below: product,
    except: rim,
    broken: ["const a = process.env['HOME']", 'process.exit(1)'],
    kept: ['const process = 1', 'child.process.id'],
    path: 'src/target/a.ts',
  },
  {
    name: 'the network is reached only through the http port',
    pattern: /(?<![.\w])fetch\(/,
    instead: 'use the `Http` port',
    below: product,
    except: rim,
    broken: ['await fetch(url)', 'return fetch(url)'],
    kept: ['phone.fetch(url)', 'refetch(url)', "const a = 'fetch('"],
    path: 'src/scenario/a.ts',
  },
  {
    name: 'modules are named where they are imported',
    pattern: /(?<![.\w])import\((?!\s*')/,
    instead: 'write the path as a text, or find the module with `loadCatalogue`',
    below: code,
    except: /^src\/catalogue\.ts$/,
    broken: ['await import(path)', 'await import(`./${name}.ts`)'],
    kept: ["await import('./a.ts')", 'import { a } from b'],
    path: 'src/cli/a.ts',
  },
  {
    name: 'nothing is exported on behalf of another module',
    pattern: /^export (?:type )?(?:\*|\{[^}]*\}) (?:as \w+ )?from\b/m,
    instead: 'import from the module that makes it; only src/index.ts is a barrel',
    below: code,
    except: /^src\/index\.ts$/,
    broken: [
      "export * from './a.ts'",
      "export { a } from './a.ts'",
      "export type {\n  A,\n} from './a.ts'",
    ],
    kept: ['export { a }', "// export * from './a.ts'"],
    path: 'src/wire/a.ts',
  },
  {
    name: 'only catalogue entries are default exports',
    pattern: /^export default\b/m,
    instead: 'export it by name',
    below: code,
    except: catalogues,
    broken: ['export default defineCheck({})'],
    kept: ['export const a = 1', '// export default'],
    path: 'src/wire/a.ts',
  },
  {
    name: 'octets are Uint8Array',
    pattern: /[:<|] ?(?:readonly )?Buffer\b(?!\.)/,
    instead: 'say Uint8Array',
    below: product,
    except: nowhere,
    broken: ['function a(b: Buffer) {}', 'const a: Promise<Buffer> = b', 'let a: string | Buffer'],
    kept: ['const a: ArrayBuffer = b', 'a ? b : Buffer.concat(c)'],
    path: 'src/wire/a.ts',
  },
  {
    name: 'interfaces have plain names',
    pattern: /\b(?:interface|type|class) I[A-Z][a-z]\w*/,
    instead: 'leave the I away',
    below: code,
    except: nowhere,
    broken: ['interface IClock {}', 'type IPort = 1'],
    kept: ['interface InstallOutcome {}', 'type IO = 1'],
    path: 'src/wire/a.ts',
  },
  {
    name: 'a machine asserts types only where it declares them',
    pattern: /(?<!^import\b[^\n]*)(?<!\{\}) as (?!const\b)\w/m,
    instead: 'only `{} as Context` in `setup({ types })`; parse, or narrow with a guard',
    below: /^src\/handset\/machines\/.*\.(?:machine|setup)\.ts$/,
    except: nowhere,
    broken: ['const a = b as Context', 'guard: (event as Opened).url'],
    kept: [
      'types: { context: {} as Context }',
      'const a = [] as const',
      "const a = 'b as c'",
      "import * as a from 'b'",
    ],
    path: 'src/handset/machines/a.machine.ts',
  },
  {
    name: 'what is noted of an answer is seen by the watch over faults',
    pattern: /\bWeak(?:Map|Set)<Response\b/,
    instead: 'put it into the frame of the answer, or have watch-faults.ts look for it',
    below: /^src\/reference\//,
    except: /^src\/reference\/(?:frame|sending)\.ts$/,
    broken: ['const a = new WeakMap<Response, number>()', 'const a: WeakSet<Response> = b'],
    kept: ['const a = new WeakMap<Request, number>()', '// WeakMap<Response>'],
    path: 'src/reference/a.ts',
  },
  {
    name: 'nothing is left to be done',
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    instead: 'do it, or file it',
    below: code,
    except: /^test\/architecture\//,
    looksInto: 'comments',
    broken: ['// TODO: later', '/* FIXME */'],
    kept: ['const todo = 1'],
    path: 'src/wire/a.ts',
  },
  {
    name: 'tests replace nothing',
    pattern: /(?<![.\w])vi\.\w+|import \{[^}]*\bvi\b[^}]*\}/,
    instead: 'there is a port for it; give it a value',
    below: tests,
    except: nowhere,
    broken: ["vi.mock('a')", 'vi.useFakeTimers()', "import { expect, vi } from 'vitest'"],
    kept: ['a.vi.b', "import { via } from 'vitest'"],
    path: 'test/wire/a.test.ts',
  },
  {
    name: 'tests wait for events, not for time',
    pattern: /(?<![.\w#])(?:setTimeout|setInterval)\((?!\w+: )|'node:timers\/promises'/,
    instead: 'await what happens',
    below: tests,
    except: /^test\/architecture\//,
    looksInto: 'texts',
    broken: ['setTimeout(resolve, 50)', "import { setTimeout } from 'node:timers/promises'"],
    kept: ['clock.setTimeout(go, 50)'],
    path: 'test/wire/a.test.ts',
  },
  {
    name: 'tests run, all of them',
    pattern: /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo|fails|retry)\b/,
    instead: 'run it; `skipIf` only for what a machine may lack, and say so',
    below: tests,
    except: nowhere,
    broken: ["test.only('a', b)", "describe.skip('a', b)", "it.concurrent.skip('a', b)"],
    kept: ["test.skipIf(!nginx)('a', b)", "test.each([])('a', b)"],
    path: 'test/wire/a.test.ts',
  },
  {
    name: 'tests state what they expect where it is expected',
    pattern: /\.toMatch(?:Inline)?Snapshot\(|\.toMatchFileSnapshot\(/,
    instead: 'write the value with toEqual',
    below: tests,
    except: nowhere,
    broken: ['expect(a).toMatchSnapshot()', 'expect(a).toMatchInlineSnapshot(b)'],
    kept: ['expect(a).toMatch(/b/)'],
    path: 'test/wire/a.test.ts',
  },
  {
    name: 'the name of a test says what is so',
    pattern: /\b(?:it|test)(?:\.\w+\([^)]*\))?\(\s*['"`](?:[^'"`\n]*\b)?(?:should|works?)\b/,
    instead: 'a sentence about the product: `refuses … with 906`',
    below: /^test\/.*\.test\.ts$/,
    except: nowhere,
    looksInto: 'texts',
    broken: ["test('should parse', a)", "it('parsing works', a)"],
    kept: ["test('refuses what it cannot read', a)"],
    path: 'test/wire/a.test.ts',
  },
  {
    name: 'machines tell the trace, they do not emit',
    pattern: /\bemit\(/,
    instead: '`tell` or `ask` of machines/tell.ts: nobody hears what is emitted',
    below: /^src\/handset\/machines\//,
    except: nowhere,
    broken: ["'tell it': emit(() => fact)", 'enqueue.emit(fact)'],
    kept: ["'tell it': tell(() => fact)"],
    path: 'src/handset/machines/a.ts',
  },
] as const satisfies readonly Ban[]
