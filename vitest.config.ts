import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/setup/fail-on-console.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
