// Synthesizes region 95 once for all tests that run it on the local engine.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { synthesize } from '../tools/synthesize.ts'

declare module 'vitest' {
  interface ProvidedContext {
    assembly: string
  }
}

export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-assembly-'))
  synthesize('95', folder)
  project.provide('assembly', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
