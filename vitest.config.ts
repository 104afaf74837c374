import { defineConfig } from 'vitest/config'

const node = {
  environment: 'node' as const,
  retry: 0,
  allowOnly: false,
  passWithNoTests: false,
  // With worker threads V8 now and then loses track of its code pages and aborts (`jit_page.has_value()`).
  execArgv: ['--no-memory-protection-keys'],
}

/** unit: beside the code. integration: several running parts. e2e: a real browser against the real server. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          include: [
            '{shared,server,client,tools,bin,assets}/**/*.test.{ts,tsx}',
            'tests/{architecture,support}/**/*.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...node,
          name: 'integration',
          include: ['tests/{integration,faults,conformance}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...node,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
