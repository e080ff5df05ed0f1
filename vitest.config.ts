import { defineConfig } from 'vitest/config';

/** Only test/: a build in dist/ would otherwise run every test twice. */
export default defineConfig({
  test: {
    reporters: ['default', './test/skipped-reporter.ts'],
    include: ['test/**/*.test.ts'],
    // Two cores, and several files load the embedding model or a PGlite of about 300 MB each.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
