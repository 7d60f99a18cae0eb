// Makes the folder in which the tests of the stacks synthesize, and removes it when all are done. Called by vitest.config.ts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    stackFolder: string
  }
}

export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-stack-'))
  project.provide('stackFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
