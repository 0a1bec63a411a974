import { defineConfig } from 'vitest/config';

const shared = { setupFiles: ['test/setup/fail-on-console.ts'], testTimeout: 20_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'rooms',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/build-site.ts'],
          // A browser on a busy machine may need them.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file has a server and a browser of its own: side by side they would only slow each other down.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
