import { afterEach, beforeEach, expect, vi } from 'vitest';

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
let watched: { method: string; calls: unknown[] }[] = [];

/** Unexpected console output is a defect: a test that expects some mocks the method itself and clears it at its end. */
beforeEach(() => {
  watched = methods.map((method) => ({ method, calls: vi.spyOn(console, method).mock.calls }));
});

afterEach(() => {
  for (const { method, calls } of watched) expect(calls, `unexpected console.${method}`).toEqual([]);
  vi.restoreAllMocks();
});
