import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Folders whose test files share a process: to load everything anew for each of them takes a third of the time. What a file
 * starts it ends, and what it puts in the place of modules does no harm to the others of its group.
 */
const sharing: Readonly<Record<string, readonly string[]>> = {
  pure: [
    'calendar',
    'canary',
    'case',
    'coach',
    'console',
    'contract',
    'docs',
    'files',
    'imports',
    'language',
    'learning',
    'links',
    'regions',
    'rehearse',
    'routing',
    'stack',
    'statistics',
    'tables',
  ],
  pages: ['mail', 'publish', 'web'],
  store: ['store'],
  // Who starts regions: the next one finds the functions loaded, compiled and warm.
  regions: ['journeys', 'faults', 'browser'],
}
const inFolders = (folders: readonly string[]) => folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`)

/** What takes longest begins first, so that no process is left alone with it at the end; who starts regions all in one go, or workers would not stay warm. */
const slow =
  /\/(?:simulate|rehearse|journeys|faults|browser)\/|\/stack\/checks\.|\/bench\/(?:cost|fill|sweep)\.|\/tools\/(?:rebuild|commands|mutate|preflight\/command)\.|\/local\/timeout\.|\/architecture\.|\/region-new\.|\/months\./
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [
      ...sorted.filter(({ moduleId }) => slow.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !slow.test(moduleId)),
    ]
  }
}

const setup = ['tests/stack/folder.ts', 'tests/synthesized.ts']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    // Threads that collect garbage beside so many others cost a tenth of the time.
    execArgv: ['--single-threaded-gc'],
    sequence: { sequencer: SlowFirst },
    projects: [
      ...Object.entries(sharing).map(([name, folders]) => ({
        extends: true as const,
        test: { name, include: inFolders(folders), isolate: false, globalSetup: setup },
      })),
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: inFolders(Object.values(sharing).flat()),
          globalSetup: setup,
        },
      },
    ],
  },
})
