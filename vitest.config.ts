import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests of these leave nothing behind in their process, and so need none of their own: that takes a third of the time. */
const pure = [
  'calendar',
  'canary',
  'case',
  'coach',
  'contract',
  'docs',
  'language',
  'links',
  'regions',
  'rehearse',
  'routing',
  'stack',
  'statistics',
]
const inFolders = `tests/{${pure.join(',')}}/**/*.test.{ts,tsx}`
/** Nor do these: what they start they end, and of the functions they reach none but through the region that they start. */
const journeys = 'tests/journeys/**/*.test.ts'

/** What takes longest begins first, so that no process is left alone with it at the end. */
const slow =
  /\/(?:simulate|rehearse|browser)\/|\/journeys\/(?:open-cases|quiet-hours|test-cases|canary|deadlines|statistics|log-queries|new-calendar|bounces)\.|\/faults\/(?:kill|sweep|restore)\.|\/bench\/(?:cost|fill|sweep)\.|\/tools\/(?:rebuild|commands)\.|\/local\/timeout\.|\/architecture\.|\/region-new\.|\/months\./
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [
      ...sorted.filter(({ moduleId }) => slow.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !slow.test(moduleId)),
    ]
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: [inFolders], isolate: false, globalSetup: ['tests/stack/folder.ts'] },
      },
      {
        extends: true,
        test: { name: 'journeys', include: [journeys], isolate: false, globalSetup: ['tests/synthesized.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [inFolders, journeys],
          globalSetup: ['tests/synthesized.ts'],
        },
      },
    ],
  },
})
