import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    // No test patches a global or keeps state in a module, so all files can share one module graph per worker.
    isolate: false,
    pool: 'threads',
    testTimeout: 15_000,
    hookTimeout: 30_000,
    teardownTimeout: 10_000,
    allowOnly: false,
    dangerouslyIgnoreUnhandledErrors: false,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'coverage/vitest.json' },
  },
})
