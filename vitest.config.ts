import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    // No test patches a global or keeps state in a module, so all files can share one module graph per worker.
    isolate: false,
    pool: 'threads',
    // By default one core is left to the main thread, which has nothing to do while they run.
    maxWorkers: availableParallelism(),
    testTimeout: 15_000,
    hookTimeout: 30_000,
    teardownTimeout: 10_000,
    allowOnly: false,
    dangerouslyIgnoreUnhandledErrors: false,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'coverage/vitest.json' },
  },
})
