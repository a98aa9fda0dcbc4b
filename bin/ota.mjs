#!/usr/bin/env node
// Plain JavaScript that any Node can parse, so that an old one is told apart before anything else is loaded.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  process.stderr.write(
    `error: ota needs Node.js 24.15 or newer; this is ${process.version}.\n` +
      'hint: inside a checkout `npx ota` uses the Node that npm installed.\n',
  )
  process.exit(78)
}

const { existsSync, readFileSync } = await import('node:fs')
const words = process.argv.slice(2)

if (words.length === 0 || (words.length === 1 && /^(--help|-h|help)$/.test(words[0] ?? ''))) {
  // The same text that commander prints, kept fresh by a test: nobody waits for a module to read it.
  process.stdout.write(readFileSync(new URL('./help.txt', import.meta.url)))
} else {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache()
  const source = new URL('../src/cli/main.ts', import.meta.url)
  const built = new URL('../dist/cli/main.js', import.meta.url)
  // Node does not strip types below node_modules; a checkout always runs its sources, never a stale build.
  const runsSource = !source.pathname.includes('/node_modules/') && existsSync(source)
  const { runProcess } = await import((runsSource ? source : built).href)
  await runProcess(words)
}
