import { defineConfig } from 'vitest/config'

/** Tests of these leave nothing behind in their process, and so need none of their own: that takes a third of the time. */
const pure = ['calendar', 'case', 'contract', 'links', 'regions', 'rehearse', 'routing', 'stack', 'statistics']
const inFolders = `tests/{${pure.join(',')}}/**/*.test.{ts,tsx}`

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: [inFolders], isolate: false, globalSetup: ['tests/stack/folder.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [inFolders],
          globalSetup: ['tests/synthesized.ts'],
        },
      },
    ],
  },
})
